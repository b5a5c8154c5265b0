package io.pix2pix.data.file;

/** What becomes of a pair of which a file cannot be used. */
public enum BadImage {
  /** It is named, and nothing begins. */
  FAIL,
  /** It is left out, and that is said. */
  SKIP
}
