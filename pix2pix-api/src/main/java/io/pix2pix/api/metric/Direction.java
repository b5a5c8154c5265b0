package io.pix2pix.api.metric;

/** Which values of a metric are good ones. */
public enum Direction {
  /** More is better. */
  HIGHER,
  /** Less is better. */
  LOWER,
  /** The value tells something, but not how good a generator is. */
  NEITHER
}
