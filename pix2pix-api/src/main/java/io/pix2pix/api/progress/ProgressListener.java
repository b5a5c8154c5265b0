package io.pix2pix.api.progress;

/** Is told of work that takes long. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = (task, all) -> done -> {};

  /**
   * Work begins.
   *
   * @param task in a word or two
   * @param all how much it is
   */
  Progress begin(String task, long all);

  /** How far one piece of work is. Closed at its end. */
  @FunctionalInterface
  interface Progress extends AutoCloseable {
    /** So much of it is done. */
    void reached(long done);

    @Override
    default void close() {}
  }
}
