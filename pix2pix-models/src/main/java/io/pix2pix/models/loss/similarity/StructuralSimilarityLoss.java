package io.pix2pix.models.loss.similarity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * {@code 1 - SSIM}: luminance, contrast and structure of target and generated image, compared
 * wherever a Gaussian window fits into the image (Wang, Bovik, Sheikh and Simoncelli 2004), and the
 * mean over all windows and channels. Values are brought from {@code [-1, 1]} to a range that
 * begins at 0 first. It is 0 for equal images, and at most 2.
 *
 * @param window edge of the window, in pixels
 * @param deviation of its Gaussian weights, in pixels
 * @param weight its factor in the generator's objective
 */
public record StructuralSimilarityLoss(
    @Setting(value = "11", min = 1, meaning = "edge of the window, in pixels") int window,
    @Setting(value = "1.5", meaning = "standard deviation of its weights, in pixels")
        double deviation,
    @Setting(value = "10", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public StructuralSimilarityLoss {
    new GaussianWindow(window, deviation);
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("ssim", weight, this::dissimilarity));
  }

  private Operand<TFloat32> dissimilarity(LossContext context) {
    var tf = context.tf();
    checkSize(context.target().shape().get(1), context.target().shape().get(2));
    var gaussian = new GaussianWindow(window, deviation);
    var maps = SimilarityMaps.of(tf, gaussian, context.target(), context.generated());
    return tf.math.sub(tf.constant(1f), Means.mean(tf, maps.both(tf)));
  }

  private void checkSize(long height, long width) {
    checkArgument(
        Math.min(height, width) >= window,
        "ssim: a window of %sx%s does not fit into images of %sx%s; set window to %s or less",
        window,
        window,
        width,
        height,
        Math.min(height, width));
  }
}
