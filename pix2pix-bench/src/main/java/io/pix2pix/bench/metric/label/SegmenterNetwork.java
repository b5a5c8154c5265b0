package io.pix2pix.bench.metric.label;

import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.TransposedConvolution;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A small U-Net (Ronneberger, Fischer and Brox 2015) that tells the class of each pixel: four
 * halvings, channels doubling up to eight times the first, skips by concatenation, no
 * normalization, so that an image does not depend on its neighbors in a batch.
 *
 * @param classes how many it tells apart
 * @param filters channels of the first level
 */
record SegmenterNetwork(int classes, int filters) {
  /** Who owns its weights: a game of one. */
  static final ParameterGroup GROUP = new ParameterGroup("segmenter");

  /** Keeps the size of activations through layers with leaky ReLU (He et al. 2015). */
  static final Initializer INITIALIZER =
      (tf, shape, seed) -> {
        double inputs = (double) shape.get(0) * shape.get(1) * shape.get(2);
        var normal = tf.random.statelessRandomNormal(tf.constant(shape), seed);
        return tf.math.mul(normal, tf.constant((float) Math.sqrt(2 / inputs)));
      };

  private static final int LEVELS = 4;
  private static final long SEED = 1;

  /** A place for weights in a graph. */
  static Variables variables(Ops tf) {
    return new Variables(tf, SEED, INITIALIZER);
  }

  /**
   * Adds the network to a graph.
   *
   * @param snapshot the moment at which weights are read
   * @param photos {@code [n, h, w, 3]}, in {@code [-1, 1]}; {@code h} and {@code w} multiples of 16
   * @return logits {@code [n, h, w, classes]}
   */
  Operand<TFloat32> build(
      Ops tf, Variables variables, VariableSnapshot snapshot, Operand<TFloat32> photos) {
    var phase = Phase.translation(Statistics.BATCH, false);
    var noise = new Noise(SEED, tf.constant(0L));
    return level(new Layers(tf, variables, snapshot, phase, noise, GROUP.name()), photos, 1);
  }

  private Operand<TFloat32> level(Layers layers, Operand<TFloat32> x, int level) {
    int inner = filters * Math.min(8, 1 << (level - 1));
    var down =
        layers.leakyRelu(
            layers.in("down" + level).convolution(x, Convolution.halving(inner, true)), 0.2f);
    if (level < LEVELS) {
      var below = layers.leakyRelu(level(layers, down, level + 1), 0.2f);
      down = layers.tf().concat(List.of(down, below), layers.tf().constant(3));
    }
    int outer = level == 1 ? classes : inner / 2;
    return layers
        .in("up" + level)
        .transposedConvolution(down, TransposedConvolution.doubling(outer, 4, true));
  }
}
