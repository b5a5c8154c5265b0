package io.pix2pix.models.loss.similarity;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How similar two images are where a window stands (Wang et al. 2004): in luminance {@code (2 mx my
 * + C1) / (mx^2 + my^2 + C1)}, and in contrast and structure {@code (2 sxy + C2) / (sx^2 + sy^2 +
 * C2)}; {@code C = (K L)^2} with {@code K = 0.01} and {@code 0.03}, and {@code L = 2}, the range of
 * values.
 *
 * @param luminance {@code [n, h', w', c]}, at most 1
 * @param structure {@code [n, h', w', c]}, at most 1
 */
record SimilarityMaps(Operand<TFloat32> luminance, Operand<TFloat32> structure) {
  private static final float C1 = (float) Math.pow(0.01 * 2, 2);
  private static final float C2 = (float) Math.pow(0.03 * 2, 2);

  /**
   * Compares two images.
   *
   * @param x {@code [n, h, w, c]}, in {@code [-1, 1]}
   * @param y {@code [n, h, w, c]}, in {@code [-1, 1]}
   */
  static SimilarityMaps of(
      Ops tf, GaussianWindow window, Operand<TFloat32> x, Operand<TFloat32> y) {
    var meanX = window.means(tf, x);
    var meanY = window.means(tf, y);
    var sum = window.means(tf, squares(tf, x, y));
    var variances = tf.math.sub(sum, squares(tf, meanX, meanY));
    var product = window.means(tf, tf.math.mul(x, y));
    var covariance = tf.math.sub(product, tf.math.mul(meanX, meanY));
    return new SimilarityMaps(luminance(tf, meanX, meanY), ratio(tf, covariance, variances, C2));
  }

  /** Of values from 0 on; contrast and structure do not change with the shift. */
  private static Operand<TFloat32> luminance(
      Ops tf, Operand<TFloat32> meanX, Operand<TFloat32> meanY) {
    var x = tf.math.add(meanX, tf.constant(1f));
    var y = tf.math.add(meanY, tf.constant(1f));
    return ratio(tf, tf.math.mul(x, y), squares(tf, x, y), C1);
  }

  /** Structural similarity itself, {@code [n, h', w', c]}. */
  Operand<TFloat32> both(Ops tf) {
    return tf.math.mul(luminance, structure);
  }

  private static Operand<TFloat32> squares(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.add(tf.math.square(a), tf.math.square(b));
  }

  private static Operand<TFloat32> ratio(
      Ops tf, Operand<TFloat32> half, Operand<TFloat32> below, float constant) {
    var c = tf.constant(constant);
    return tf.math.div(tf.math.add(tf.math.mul(half, tf.constant(2f)), c), tf.math.add(below, c));
  }
}
