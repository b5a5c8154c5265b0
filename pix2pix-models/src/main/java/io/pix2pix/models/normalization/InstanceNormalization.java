package io.pix2pix.models.normalization;

import io.pix2pix.api.Normalization;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Instance normalisation (Ulyanov et al. 2016): each channel of each image gets mean 0 and variance
 * 1. Like that of the PyTorch port it has neither scale nor offset, so convolutions have a bias.
 *
 * @param epsilon added to the variance
 */
public record InstanceNormalization(
    @Setting(value = "1.0e-5", min = 0, meaning = "added to the variance") double epsilon)
    implements Normalization {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
    var tf = layers.tf();
    var overImage = tf.constant(new int[] {1, 2});
    var mean = tf.math.mean(x, overImage, Mean.keepDims(true));
    var centred = tf.math.sub(x, mean);
    var variance = tf.math.mean(tf.math.square(centred), overImage, Mean.keepDims(true));
    var deviation = tf.math.sqrt(tf.math.add(variance, tf.constant((float) epsilon)));
    return tf.math.div(centred, deviation);
  }

  @Override
  public boolean offset() {
    return false;
  }
}
