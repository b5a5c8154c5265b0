package io.pix2pix.spark.job;

/** What keeps work from being done, in one line for users. */
public final class Refusal extends RuntimeException {
  /**
   * @param message where, what is wrong, and what would be right
   */
  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message where, what is wrong, and what would be right
   */
  public Refusal(String message) {
    super(message);
  }
}
