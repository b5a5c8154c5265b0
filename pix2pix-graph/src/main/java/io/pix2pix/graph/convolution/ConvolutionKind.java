package io.pix2pix.graph.convolution;

import java.util.Arrays;
import java.util.Optional;

/** A convolution itself, or a gradient of it. A transposed convolution is an image gradient. */
public enum ConvolutionKind {
  /** The feature maps. */
  FORWARD("Conv2D", "forward"),
  /** The gradient with respect to the image. */
  IMAGE_GRADIENT("Conv2DBackpropInput", "image gradient"),
  /** The gradient with respect to the kernel. */
  KERNEL_GRADIENT("Conv2DBackpropFilter", "kernel gradient");

  private final String operation;
  private final String words;

  ConvolutionKind(String operation, String words) {
    this.operation = operation;
    this.words = words;
  }

  /** TensorFlow's operation. */
  public String operation() {
    return operation;
  }

  /** The kind that an operation of TensorFlow is of, if any. */
  static Optional<ConvolutionKind> of(String operation) {
    return Arrays.stream(values()).filter(kind -> kind.operation.equals(operation)).findFirst();
  }

  @Override
  public String toString() {
    return words;
  }
}
