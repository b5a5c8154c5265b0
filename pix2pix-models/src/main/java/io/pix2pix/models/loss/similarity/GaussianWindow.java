package io.pix2pix.models.loss.similarity;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.network.Convolutions;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Weighted means over a square that moves over an image: Gaussian weights that sum to 1.
 *
 * @param edge of the square, in pixels
 * @param deviation of the Gaussian, in pixels
 */
record GaussianWindow(int edge, double deviation) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  GaussianWindow {
    checkArgument(edge >= 1, "window must be at least 1, not %s", edge);
    checkArgument(deviation > 0, "deviation must be more than 0, not %s", deviation);
  }

  /**
   * @param image {@code [n, h, w, c]}, {@code h} and {@code w} at least the edge
   * @return {@code [n, h - edge + 1, w - edge + 1, c]}
   */
  Operand<TFloat32> means(Ops tf, Operand<TFloat32> image) {
    int channels = Math.toIntExact(image.shape().get(3));
    return along(tf, along(tf, image, edge, 1, channels), 1, edge, channels);
  }

  private Operand<TFloat32> along(
      Ops tf, Operand<TFloat32> image, int height, int width, int channels) {
    var column = tf.reshape(tf.constant(weights()), tf.array(height, width, 1, 1));
    var kernel = tf.tile(column, tf.array(1, 1, channels, 1));
    return Convolutions.depthwise(tf, image, kernel);
  }

  /**
   * One side of the square; the weight of a pixel is the product of those of its row and column.
   */
  float[] weights() {
    var bell = new double[edge];
    double sum = 0;
    for (int i = 0; i < edge; i++) {
      double distance = (i - (edge - 1) / 2.0) / deviation;
      bell[i] = Math.exp(-distance * distance / 2);
      sum += bell[i];
    }
    var weights = new float[edge];
    for (int i = 0; i < edge; i++) {
      weights[i] = (float) (bell[i] / sum);
    }
    return weights;
  }
}
