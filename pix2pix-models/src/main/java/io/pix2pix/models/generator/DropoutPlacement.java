package io.pix2pix.models.generator;

/** Which decoder layers of U-Net and encoder-decoder drop a part of their feature maps. */
public enum DropoutPlacement {
  /** The three innermost (paper, section 6.1). */
  PAPER,
  /**
   * Those of the PyTorch port: not the innermost, but all others between feature maps of the most
   * channels. Of eight levels these are 7, 6 and 5, of seven 6 and 5, and of five or fewer none.
   */
  PORT;

  private static final int LAYERS_OF_THE_PAPER = 3;
  private static final int OUTERMOST_OF_THE_PORT = 5;

  /**
   * Whether a decoder layer drops.
   *
   * @param level of the layer; it takes feature maps that were halved so often
   * @param levels the innermost level
   */
  boolean drops(int level, int levels) {
    return switch (this) {
      case PAPER -> levels - level < LAYERS_OF_THE_PAPER;
      case PORT -> level < levels && level >= OUTERMOST_OF_THE_PORT;
    };
  }
}
