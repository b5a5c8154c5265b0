package io.pix2pix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * What a user sees of a command.
 *
 * @param exitCode 0 if it succeeded, 1 if it failed, 2 if it was used wrongly
 * @param output what it printed
 */
record Terminal(int exitCode, String output) {

  /** Runs a command. */
  static Terminal run(String... arguments) {
    var before = System.out;
    var printed = new ByteArrayOutputStream();
    try (var out = new PrintStream(printed, true, UTF_8)) {
      System.setOut(out);
      int exitCode = WatchedCommand.run(() -> Main.run(arguments), arguments);
      return new Terminal(exitCode, printed.toString(UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
