package io.pix2pix.models.initializer;

import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Draws from a normal distribution (paper, section 6.2: mean 0, standard deviation 0.02).
 *
 * @param mean of the weights
 * @param deviation standard deviation of the weights
 */
public record Normal(
    @Setting(value = "0", meaning = "mean of the weights") double mean,
    @Setting(value = "0.02", min = 0, meaning = "standard deviation of the weights")
        double deviation)
    implements Initializer {

  @Override
  public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
    var drawn = tf.random.statelessRandomNormal(tf.constant(shape), seed);
    var scaled = tf.math.mul(drawn, tf.constant((float) deviation));
    return tf.math.add(scaled, tf.constant((float) mean));
  }
}
