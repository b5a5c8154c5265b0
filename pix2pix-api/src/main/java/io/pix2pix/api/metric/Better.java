package io.pix2pix.api.metric;

/** Which values of a quantity are good ones. */
public enum Better {
  /** More is better. */
  HIGHER,
  /** Less is better. */
  LOWER,
  /** The quantity tells something, but not how good a generator is. */
  NEITHER
}
