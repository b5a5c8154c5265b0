package io.pix2pix.testing;

import io.pix2pix.api.image.Image;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The way into all assertions of this module. */
public final class PixAssertions {
  private PixAssertions() {}

  /** Begins assertions on a tensor. */
  public static TensorAssert assertThat(TFloat32 actual) {
    return new TensorAssert(actual);
  }

  /** Begins assertions on the static shape of an operand. */
  public static OperandAssert assertThat(Operand<TFloat32> actual) {
    return new OperandAssert(actual);
  }

  /** Begins assertions on an image. */
  public static ImageAssert assertThat(Image actual) {
    return new ImageAssert(actual);
  }

  /** Begins assertions on the gradient of a function. */
  public static GradientAssert assertThatGradient(GradientAssert.Function actual) {
    return new GradientAssert(actual);
  }
}
