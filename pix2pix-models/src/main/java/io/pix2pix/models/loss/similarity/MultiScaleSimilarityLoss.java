package io.pix2pix.models.loss.similarity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.Pooling;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code 1 - MS-SSIM}: contrast and structure compared at several scales, each half of the one
 * before, and luminance at the last (Wang, Simoncelli and Bovik 2003). It is {@code 1 - prod_j
 * s_j^b_j}, where {@code s_j} is the mean over the windows of an image and channel, and {@code b =
 * 0.0448, 0.2856, 0.3001, 0.2363, 0.1333}. An image into whose smallest scale the window would not
 * fit is compared at fewer; the exponents that are left are enlarged so that they sum to 1.
 *
 * @param scales most scales that are compared
 * @param window edge of the window, in pixels of each scale
 * @param deviation of its Gaussian weights, in pixels
 * @param weight its factor in the generator's objective
 */
public record MultiScaleSimilarityLoss(
    @Setting(value = "5", min = 1, max = 5, meaning = "most scales, each half of the one before")
        int scales,
    @Setting(value = "11", min = 1, meaning = "edge of the window, in pixels") int window,
    @Setting(value = "1.5", meaning = "standard deviation of its weights, in pixels")
        double deviation,
    @Setting(value = "10", meaning = "factor in G's objective") Weight weight)
    implements Loss {
  private static final ImmutableList<Double> EXPONENTS =
      ImmutableList.of(0.0448, 0.2856, 0.3001, 0.2363, 0.1333);

  /** Below it a similarity counts as this: a power has no finite slope at 0. */
  private static final float LEAST = 1e-4f;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public MultiScaleSimilarityLoss {
    checkArgument(
        scales >= 1 && scales <= EXPONENTS.size(), "scales must be from 1 to 5, not %s", scales);
    new GaussianWindow(window, deviation);
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("ms-ssim", weight, this::dissimilarity));
  }

  private Operand<TFloat32> dissimilarity(LossContext context) {
    var tf = context.tf();
    int used = usedScales(context.target().shape().get(1), context.target().shape().get(2));
    double sum = EXPONENTS.subList(0, used).stream().mapToDouble(Double::doubleValue).sum();
    var logarithms = new ArrayList<Operand<TFloat32>>();
    var similarities = similarities(context, used);
    for (int scale = 0; scale < used; scale++) {
      var positive = tf.math.maximum(similarities.get(scale), tf.constant(LEAST));
      var exponent = tf.constant((float) (EXPONENTS.get(scale) / sum));
      logarithms.add(tf.math.mul(tf.math.log(positive), exponent));
    }
    var product = tf.math.exp(tf.math.addN(logarithms));
    return tf.math.sub(tf.constant(1f), Means.mean(tf, product));
  }

  /** The similarity at each scale, {@code [n, c]}. */
  private List<Operand<TFloat32>> similarities(LossContext context, int used) {
    var tf = context.tf();
    var x = context.target();
    var y = context.generated();
    var similarities = new ArrayList<Operand<TFloat32>>();
    for (int scale = 1; scale < used; scale++) {
      similarities.add(mean(tf, maps(tf, x, y).structure()));
      x = halved(tf, x);
      y = halved(tf, y);
    }
    similarities.add(mean(tf, maps(tf, x, y).both(tf)));
    return similarities;
  }

  private SimilarityMaps maps(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return SimilarityMaps.of(tf, new GaussianWindow(window, deviation), x, y);
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> map) {
    return tf.math.mean(map, tf.constant(new int[] {1, 2}));
  }

  private static Operand<TFloat32> halved(Ops tf, Operand<TFloat32> image) {
    return Pooling.average(tf, image, 2, 2);
  }

  /**
   * How many scales the window fits into.
   *
   * @throws IllegalArgumentException if it does not even fit into the image itself
   */
  int usedScales(long height, long width) {
    long edge = Math.min(height, width);
    checkArgument(
        edge >= window,
        "ms-ssim: a window of %sx%s does not fit into images of %sx%s; set window to %s or less",
        window,
        window,
        width,
        height,
        edge);
    int used = 1;
    while (used < scales && edge >> used >= window) {
      used++;
    }
    return used;
  }
}
