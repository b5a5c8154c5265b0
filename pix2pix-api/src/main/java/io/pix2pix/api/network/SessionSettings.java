package io.pix2pix.api.network;

/**
 * How sessions are opened.
 *
 * @param threads of a step; 0 for one on each core
 */
public record SessionSettings(int threads) {
  /** One thread on each core. */
  public static final SessionSettings DEFAULT = new SessionSettings(0);

  /**
   * @throws IllegalArgumentException if {@code threads} is negative
   */
  public SessionSettings {
    if (threads < 0) {
      throw new IllegalArgumentException("threads: must be at least 0, not " + threads);
    }
  }
}
