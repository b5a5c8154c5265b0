package io.pix2pix.bench.speed.contender;

import com.google.common.collect.ImmutableList;

/**
 * A program that does what is timed, when it is asked by lines of JSON on its standard input.
 *
 * @param name for people
 * @param command that starts it
 */
public record Contender(String name, ImmutableList<String> command) {

  /**
   * Starts it; the caller closes the process.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be started
   */
  public ContenderProcess start() {
    return ContenderProcess.start(this);
  }
}
