package io.pix2pix.models.upsampling;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How images are doubled in size, with pixels as small squares whose corners stay where they are:
 * the values of PyTorch's {@code interpolate(scale_factor=2, align_corners=False)}.
 *
 * <p>Built from other operations, as the gradients of TensorFlow's resizing ones do not know that
 * pixels have their centers in the middle.
 */
public enum Interpolation {
  /** Each pixel becomes four of its color. */
  NEAREST,
  /** Between the four pixels around; beyond the outermost as these. */
  BILINEAR;

  /**
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @return {@code [n, 2h, 2w, c]}
   */
  Operand<TFloat32> doubled(Ops tf, Operand<TFloat32> x) {
    var squares = tf.nn.depthToSpace(tf.concat(List.of(x, x, x, x), tf.constant(3)), 2L);
    return switch (this) {
      case NEAREST -> squares;
      case BILINEAR -> blurred(tf, squares);
    };
  }

  /**
   * A mean of two, twice, weighs neighbors 1 : 2 : 1; of doubled pixels a, a, b, b that makes (3a
   * + b) / 4 and (a + 3b) / 4.
   */
  private static Operand<TFloat32> blurred(Ops tf, Operand<TFloat32> x) {
    var sides = tf.constant(new int[][] {{0, 0}, {1, 1}, {1, 1}, {0, 0}});
    var edged = tf.mirrorPad(x, sides, "SYMMETRIC");
    return meanOfNeighbors(tf, meanOfNeighbors(tf, edged));
  }

  private static Operand<TFloat32> meanOfNeighbors(Ops tf, Operand<TFloat32> x) {
    return tf.nn.avgPool(x, List.of(1L, 2L, 2L, 1L), List.of(1L, 1L, 1L, 1L), "VALID");
  }
}
