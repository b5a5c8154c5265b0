package io.pix2pix.api.network;

/** What stands around an image where a convolution's kernel reaches over its edge. */
public enum Border {
  /** Zeros. */
  ZEROS,
  /**
   * The image itself, mirrored at its outermost row or column, which is not repeated; the padding
   * must be smaller than the image. PyTorch's ReflectionPad2d.
   */
  REFLECTION
}
