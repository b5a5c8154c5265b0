package io.pix2pix.bench.tracking;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Talks to a tracker. Its methods throw {@link IOException} where it may work later, and {@link
 * io.pix2pix.api.error.InvalidInputException} where it will not before somebody changes something.
 * Used by one thread at a time.
 */
public interface TrackerClient {

  /**
   * Begins a run there.
   *
   * @return what it is called there
   */
  String begin(Start start) throws IOException, InterruptedException;

  /** Adds values to a run. Those that it has already do no harm. */
  void log(String id, List<Value> values) throws IOException, InterruptedException;

  /**
   * Adds or replaces a file of a run.
   *
   * @param path of the file there, with slashes
   * @return false if it takes no files; it says so once
   */
  boolean store(String id, String path, Path file) throws IOException, InterruptedException;

  /** Says what a run does now. */
  void say(String id, State state, Instant time) throws IOException, InterruptedException;

  /**
   * A run that begins.
   *
   * @param name of the run
   * @param parent of the study that it is a cell of
   * @param time when it began
   * @param parameters what decides its outcome
   * @param tags what else is known of it
   */
  record Start(
      String name,
      Optional<String> parent,
      Instant time,
      ImmutableMap<String, String> parameters,
      ImmutableMap<String, String> tags) {}

  /**
   * A number of a run.
   *
   * @param name letters, digits, dots, dashes, underscores, spaces, colons and slashes
   * @param step at which it was found
   * @param number finite
   * @param time when it was found
   */
  record Value(String name, long step, double number, Instant time) {}

  /** What a run does. */
  enum State {
    /** It trains. */
    RUNNING,
    /** All is done. */
    FINISHED,
    /** Somebody stopped it, and it may go on. */
    STOPPED,
    /** It could not be done. */
    FAILED
  }
}
