package io.pix2pix.models.features;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.Convolutions;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/**
 * What convolutions with random weights make of an image: the weights are drawn once, from a seed,
 * and stay as they are. Such features are enough to tell textures apart (Ustyuzhaninov et al.
 * 2017), and nothing needs to be downloaded.
 *
 * <p>3x3 kernels, spread as He et al. (2015) do, then leaky ReLU of slope 0.2; every layer but the
 * first halves the image and doubles the channels.
 *
 * @param layers convolutions, each of which gives a feature map
 * @param filters channels of the first feature map
 * @param seed the weights follow from it alone
 */
public record RandomFeatures(
    @Setting(value = "4", min = 1, max = 8, meaning = "convolutions, each gives a feature map")
        int layers,
    @Setting(
            value = "32",
            min = 1,
            max = 16384,
            meaning = "channels of the first map; each has twice the last's")
        int filters,
    @Setting(value = "1", meaning = "what the weights follow from") long seed)
    implements Features {
  private static final int KERNEL = 3;
  private static final float SLOPE = 0.2f;

  @Override
  public ImmutableList<Operand<TFloat32>> of(LossContext context, ConditionedImage sample) {
    checkSize(sample.image().shape().get(1), sample.image().shape().get(2));
    var maps = ImmutableList.<Operand<TFloat32>>builder();
    var x = sample.image();
    for (int layer = 0; layer < layers; layer++) {
      x = layer(context.tf(), x, layer);
      maps.add(x);
    }
    return maps.build();
  }

  private void checkSize(long height, long width) {
    checkArgument(
        Math.min(height, width) >= 1L << (layers - 1),
        "features: %s random layers need images of at least %s pixels, not %sx%s; lower layers",
        layers,
        1L << (layers - 1),
        width,
        height);
  }

  private Operand<TFloat32> layer(Ops tf, Operand<TFloat32> x, int layer) {
    int stride = layer == 0 ? 1 : 2;
    var kernel = kernel(tf, x.shape().get(3), (long) filters << layer, layer);
    var convolved = Convolutions.convolveSame(tf, x, kernel, stride);
    return tf.nn.leakyRelu(convolved, LeakyRelu.alpha(SLOPE));
  }

  private Operand<TFloat32> kernel(Ops tf, long in, long out, int layer) {
    var shape = tf.constant(Shape.of(KERNEL, KERNEL, in, out));
    var drawn = tf.random.statelessRandomNormal(shape, tf.constant(new long[] {seed, layer}));
    double spread = Math.sqrt(2 / ((1 + SLOPE * SLOPE) * KERNEL * KERNEL * in));
    return tf.math.mul(drawn, tf.constant((float) spread));
  }
}
