package io.pix2pix.api.network;

/** The numbers in which convolutions and products of matrices are computed. */
public enum Precision {
  /** 32-bit floats. */
  FLOAT32,

  /**
   * Operands of convolutions and products are rounded to bfloat16, which has the range of a 32-bit
   * float and 8 significant bits, and so are results. Weights, statistics, losses and what
   * optimizers keep stay 32-bit floats. It is what PyTorch calls autocast.
   */
  BFLOAT16
}
