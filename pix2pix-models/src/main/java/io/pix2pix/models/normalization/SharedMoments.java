package io.pix2pix.models.normalization;

import io.pix2pix.api.network.Workers;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;

/**
 * Mean and variance of each channel over the shares that all workers have of a batch. Each tells
 * the others its own: the variance of the whole is the mean of theirs and the variance of their
 * means (Chan et al. 1979), which loses no digits where means are large.
 *
 * @param mean {@code [c]}
 * @param variance {@code [c]}
 * @param count of the values of a channel that these are of
 */
record SharedMoments(Operand<TFloat32> mean, Operand<TFloat32> variance, long count) {

  /**
   * @param x {@code [n, h, w, c]}, its shape known: this worker's share
   */
  static SharedMoments of(Ops tf, Workers workers, Operand<TFloat32> x) {
    var mean = ofPixels(tf, x);
    var variance = ofPixels(tf, tf.math.square(tf.math.sub(x, mean)));
    var both = tf.concat(List.of(mean, variance), tf.constant(0));
    var own = tf.reshape(both, tf.constant(Shape.of(1, 2, x.shape().get(3))));
    var all = workers.everyones(tf, own);
    return whole(tf, all, x.shape().size() / x.shape().get(3) * workers.count());
  }

  private static Operand<TFloat32> ofPixels(Ops tf, Operand<TFloat32> x) {
    return tf.math.mean(x, tf.constant(new int[] {0, 1, 2}));
  }

  /**
   * @param all {@code [workers, 2, c]}: the mean and the variance of each
   */
  private static SharedMoments whole(Ops tf, Operand<TFloat32> all, long count) {
    var means = row(tf, all, 0);
    var variances = row(tf, all, 1);
    var mean = overWorkers(tf, means);
    var between = tf.math.square(tf.math.sub(means, mean));
    return new SharedMoments(
        mean, tf.math.add(overWorkers(tf, variances), overWorkers(tf, between)), count);
  }

  private static Operand<TFloat32> row(Ops tf, Operand<TFloat32> all, int row) {
    return tf.unstack(all, 2L, Unstack.axis(1L)).output().get(row);
  }

  private static Operand<TFloat32> overWorkers(Ops tf, Operand<TFloat32> rows) {
    return tf.math.mean(rows, tf.constant(0));
  }

  /** What is tracked, as of batches of one worker. */
  Operand<TFloat32> unbiasedVariance(Ops tf) {
    return tf.math.mul(variance, tf.constant(count / Math.max(1f, count - 1f)));
  }

  /**
   * @param x {@code [n, h, w, c]}
   * @param scale {@code [c]}
   * @param offset {@code [c]}
   * @return {@code [n, h, w, c]}
   */
  Operand<TFloat32> normalized(
      Ops tf,
      Operand<TFloat32> x,
      double epsilon,
      Operand<TFloat32> scale,
      Operand<TFloat32> offset) {
    var raised = tf.math.add(variance, tf.constant((float) epsilon));
    var factor = tf.math.mul(scale, tf.math.pow(raised, tf.constant(-0.5f)));
    return tf.math.add(tf.math.mul(tf.math.sub(x, mean), factor), offset);
  }
}
