package io.pix2pix.models.loss.neighbor;

import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Tells each pixel from those around it: a convolution that never sees its middle, then two of a
 * single pixel.
 *
 * @param neighborhood edge of the square around a pixel, odd
 * @param filters channels of the layers between
 */
record NeighborPrediction(int neighborhood, int filters) {
  private static final float SLOPE = 0.2f;

  /**
   * @param image {@code [n, h, w, c]}, in {@code [-1, 1]}
   * @return {@code [n, h, w, c]}; no pixel of it depends on the same pixel of the image
   */
  Operand<TFloat32> build(Layers layers, Operand<TFloat32> image) {
    int channels = Math.toIntExact(image.shape().get(3));
    var around = layers.leakyRelu(around(layers.in("around"), image, channels), SLOPE);
    var mixed = layers.in("mixed").convolution(around, pointwise(filters));
    return layers.in("pixel").convolution(layers.leakyRelu(mixed, SLOPE), pointwise(channels));
  }

  private Operand<TFloat32> around(Layers here, Operand<TFloat32> image, int channels) {
    var tf = here.tf();
    var shape = Shape.of(neighborhood, neighborhood, channels, filters);
    var kernel = here.parameter("kernel", shape, this::initial);
    var seen =
        tf.math.mul(
            kernel, tf.reshape(tf.constant(mask()), tf.array(neighborhood, neighborhood, 1, 1)));
    return here.convolution(
        image, seen, new Convolution(filters, neighborhood, 1, neighborhood / 2, false));
  }

  /** Spread as He et al. (2015) do, so that the prediction depends on the image from the start. */
  private Operand<TFloat32> initial(Ops tf, Shape shape, Operand<TInt64> seed) {
    double inputs = (double) shape.size() / filters;
    var drawn = tf.random.statelessRandomNormal(tf.constant(shape), seed);
    return tf.math.mul(drawn, tf.constant((float) Math.sqrt(2 / inputs)));
  }

  private float[] mask() {
    var mask = new float[neighborhood * neighborhood];
    Arrays.fill(mask, 1);
    mask[mask.length / 2] = 0;
    return mask;
  }

  private static Convolution pointwise(int filters) {
    return new Convolution(filters, 1, 1, 0, true);
  }
}
