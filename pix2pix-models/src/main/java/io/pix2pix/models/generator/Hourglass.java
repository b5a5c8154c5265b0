package io.pix2pix.models.generator;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What U-Net and encoder-decoder have in common: 4x4 convolutions of stride 2 down to the
 * bottleneck, upsamplings back up.
 *
 * <p>As in the authors' code, and unlike the first text of the paper, the bottleneck is not
 * normalized: with one image of 1x1 pixels, normalizing would set it to zero.
 *
 * @param skips levels whose feature maps are joined to the decoder's of the same size; level i is
 *     what is left after i halvings
 */
record Hourglass(
    int levels,
    int filters,
    Normalization normalization,
    double dropout,
    DropoutPlacement dropoutPlacement,
    Upsampling upsampling,
    ImmutableSet<Integer> skips) {
  private static final float SLOPE = 0.2f;

  Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
    var encoded = encode(layers, condition);
    var x = encoded.get(levels - 1);
    for (int level = levels; level > 1; level--) {
      x = decode(layers.in("decoder" + level), x, level);
      if (skips.contains(level - 1)) {
        var tf = layers.tf();
        x = tf.concat(List.of(encoded.get(level - 2), x), tf.constant(3));
      }
    }
    return toImage(layers.in("decoder1"), x, channels);
  }

  /** The output of every encoder layer, the largest first. */
  private List<Operand<TFloat32>> encode(Layers layers, Operand<TFloat32> condition) {
    var encoded = new ArrayList<Operand<TFloat32>>();
    var x = condition;
    for (int level = 1; level <= levels; level++) {
      var here = layers.in("encoder" + level);
      var activated = level == 1 ? x : here.leakyRelu(x, SLOPE);
      var halving = Convolution.halving(filtersAt(level), !normalization.offset());
      boolean normalized = level > 1 && level < levels;
      x =
          normalized
              ? normalization.convolve(here, activated, halving)
              : here.convolution(activated, halving);
      encoded.add(x);
    }
    return encoded;
  }

  private Operand<TFloat32> decode(Layers here, Operand<TFloat32> x, int level) {
    var activated = here.tf().nn.relu(x);
    var normalized = normalization.upsample(here, activated, upsampling, filtersAt(level - 1));
    boolean drops = dropoutPlacement.drops(level, levels);
    return drops ? here.dropout(normalized, dropout) : normalized;
  }

  private Operand<TFloat32> toImage(Layers here, Operand<TFloat32> x, int channels) {
    var tf = here.tf();
    return tf.math.tanh(upsampling.build(here, tf.nn.relu(x), channels, true));
  }

  /** Channels after the encoder layer of a level. */
  private int filtersAt(int level) {
    return filters * Math.min(1 << (level - 1), 8);
  }
}
