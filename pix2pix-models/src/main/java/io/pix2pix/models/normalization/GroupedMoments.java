package io.pix2pix.models.normalization;

import io.pix2pix.api.network.Layers;
import io.pix2pix.models.initializer.Constant;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Gives groups of channels of each image mean 0 and variance 1: what instance, group and layer
 * normalization have in common.
 *
 * <p>TensorFlow can differentiate all operations here twice, as penalties on gradients need it; it
 * cannot with square roots.
 *
 * @param groups of neighboring channels, as many in each
 * @param epsilon added to the variance
 */
record GroupedMoments(long groups, double epsilon) {
  private static final Constant ONE = new Constant(1);
  private static final Constant ZERO = new Constant(0);

  /**
   * @param x {@code [n, h, w, c]}, {@code c} a multiple of the groups
   */
  Operand<TFloat32> normalized(Ops tf, Operand<TFloat32> x) {
    var centered = tf.math.sub(x, mean(tf, x));
    var variance = mean(tf, tf.math.square(centered));
    var raised = tf.math.add(variance, tf.constant((float) epsilon));
    return tf.math.mul(centered, tf.math.pow(raised, tf.constant(-0.5f)));
  }

  /** {@code normalized}, then a trained scale and offset for each channel. */
  Operand<TFloat32> normalizedAndScaled(Layers layers, Operand<TFloat32> x) {
    var tf = layers.tf();
    var channels = Shape.of(x.shape().get(3));
    var scaled = tf.math.mul(normalized(tf, x), layers.parameter("scale", channels, ONE));
    return tf.math.add(scaled, layers.parameter("offset", channels, ZERO));
  }

  /**
   * The mean of each group: the same for all channels of a group.
   *
   * @return {@code [n, 1, 1, c]}
   */
  private Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x) {
    long channels = x.shape().get(3);
    var ofChannels = tf.math.mean(x, tf.constant(new int[] {1, 2}), Mean.keepDims(true));
    if (groups == channels) {
      return ofChannels;
    }
    long members = channels / groups;
    var byGroup = tf.reshape(ofChannels, tf.constant(new long[] {-1, 1, groups, members}));
    var ofGroups = tf.math.mean(byGroup, tf.constant(3), Mean.keepDims(true));
    var spread = tf.math.mul(ofGroups, tf.ones(tf.constant(new long[] {members}), TFloat32.class));
    return tf.reshape(spread, tf.constant(new long[] {-1, 1, 1, channels}));
  }
}
