package io.pix2pix.data.file;

/** What the numbers of a written picture are. */
public enum Depth {
  /** Whole numbers from 0 to 255. */
  BYTES(8),
  /** Whole numbers up to 65535: those of the data's range, where it has one that fits. */
  SHORTS(16),
  /** Floats of 32 bits: those of the data's range, where it has one, else from 0 to 1. */
  FLOATS(32);

  private final int bits;

  Depth(int bits) {
    this.bits = bits;
  }

  /** Of each number. */
  public int bits() {
    return bits;
  }
}
