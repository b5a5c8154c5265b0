package io.pix2pix.api.network;

/** What stands around an image where a convolution's kernel reaches over its edge. */
public enum Border {
  /** Zeros. */
  ZEROS,
  /**
   * The image itself, mirrored at its outermost row or column, which is not repeated; the padding
   * must be smaller than the image. PyTorch's ReflectionPad2d.
   */
  REFLECTION,
  /**
   * The image itself, mirrored at its edge, so that the outermost row or column is repeated; the
   * padding must not be larger than the image. NumPy's {@code symmetric}.
   */
  SYMMETRIC;

  /** Height and width that an image must have for a padding of that many pixels. */
  int leastSize(int padding) {
    return switch (this) {
      case ZEROS -> 0;
      case REFLECTION -> padding + 1;
      case SYMMETRIC -> padding;
    };
  }
}
