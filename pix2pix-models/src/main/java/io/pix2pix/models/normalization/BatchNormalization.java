package io.pix2pix.models.normalization;

import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.initializer.Constant;
import io.pix2pix.models.initializer.Normal;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Batch normalization (Ioffe and Szegedy 2015): each channel gets mean 0 and variance 1 over the
 * batch, then a trained scale and offset. With one image in the batch, and where the images of a
 * batch are independent, it is instance normalization, which the paper found to work well (section
 * 3.4).
 *
 * <p>Where several workers train together, the batch is each worker's share of it, unless it is
 * synchronized: then it is the whole batch, as in PyTorch's {@code SyncBatchNorm}.
 *
 * @param epsilon added to the variance
 * @param isSynchronized whether workers share their statistics
 */
public record BatchNormalization(
    @Setting(value = "1.0e-5", min = 0, meaning = "added to the variance") double epsilon,
    @Setting(
            key = "synchronized",
            value = "false",
            meaning = "takes the statistics of all workers together, where there are several")
        boolean isSynchronized)
    implements Normalization {
  private static final Normal SCALE = new Normal(1, 0.02);
  private static final Constant OFFSET = new Constant(0);

  /** Of each worker's own share of the batch. */
  public BatchNormalization(double epsilon) {
    this(epsilon, false);
  }

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
    var tf = layers.tf();
    var channels = Shape.of(x.shape().get(3));
    var scale = layers.parameter("scale", channels, SCALE);
    var offset = layers.parameter("offset", channels, OFFSET);
    var mean = layers.statistic("mean", channels, 0);
    var variance = layers.statistic("variance", channels, 1);
    if (layers.phase().statistics() == Statistics.RUNNING) {
      return fused(tf, x, scale, offset, mean, variance, false).y();
    }
    if (layers.phase().independent()) {
      var apart = ImagesAsChannels.of(tf, x);
      var each = ofBatch(tf, apart.joined(x), apart.repeated(scale), apart.repeated(offset));
      return apart.parted(each.y());
    }
    if (isSynchronized && layers.workers().count() > 1) {
      var shared = SharedMoments.of(tf, layers.workers(), x);
      layers.track("mean", shared.mean(), 0);
      layers.track("variance", shared.unbiasedVariance(tf), 1);
      return shared.normalized(tf, x, epsilon, scale, offset);
    }
    var normalized = ofBatch(tf, x, scale, offset);
    layers.track("mean", normalized.batchMean(), 0);
    layers.track("variance", normalized.batchVariance(), 1);
    return normalized.y();
  }

  private FusedBatchNorm<TFloat32, TFloat32> ofBatch(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> scale, Operand<TFloat32> offset) {
    var none = tf.constant(new float[0]);
    return fused(tf, x, scale, offset, none, none, true);
  }

  private FusedBatchNorm<TFloat32, TFloat32> fused(
      Ops tf,
      Operand<TFloat32> x,
      Operand<TFloat32> scale,
      Operand<TFloat32> offset,
      Operand<TFloat32> mean,
      Operand<TFloat32> variance,
      boolean ofBatch) {
    return tf.nn.fusedBatchNorm(
        x,
        scale,
        offset,
        mean,
        variance,
        FusedBatchNorm.epsilon((float) epsilon),
        FusedBatchNorm.isTraining(ofBatch));
  }

  @Override
  public boolean offset() {
    return true;
  }

  @Override
  public boolean mixesImages() {
    return true;
  }
}
