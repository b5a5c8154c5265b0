package io.pix2pix.models.loss.feature;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.FullObjective;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Means and covariances of features, wherever they are. With {@code m} the mean feature and {@code
 * C = (F - m)'(F - m) / (h w - 1)} of a feature map of {@code c} channels, the loss is {@code |C(y)
 * - C(G)|^2 / (4 c^2) + |m(y) - m(G)|^2 / c}, squares summed, added up over the maps: the distance
 * of Sun and Saenko (2016) and one of the means. Other than {@code gram}, it takes apart how bright
 * features are and how they vary.
 *
 * <p>A modern stand-in for the covariance statistics of Johnson et al. (2016), which the paper's
 * related work cites, and which are Gram matrices.
 *
 * @param features what is compared
 * @param weight its factor in the generator's objective
 */
public record Covariance(
    @Setting(value = "random", meaning = "what is compared") Features features,
    @Setting(value = "100", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("covariance", weight, this::distance));
  }

  @Override
  public void check(FullObjective objective) {
    features.check(objective);
  }

  private Operand<TFloat32> distance(LossContext context) {
    var tf = context.tf();
    return FeaturePair.sum(context, features, pair -> distance(tf, pair));
  }

  private static Operand<TFloat32> distance(Ops tf, FeaturePair pair) {
    var target = Moments.of(tf, pair.target());
    var generated = Moments.of(tf, pair.generated());
    float channels = target.channels();
    var means = squares(tf, target.mean(tf), generated.mean(tf), 1 / channels);
    var covariances =
        squares(
            tf, covariance(tf, target), covariance(tf, generated), 1 / (4 * channels * channels));
    return tf.math.add(means, covariances);
  }

  /** {@code [n, c, c]}. */
  private static Operand<TFloat32> covariance(Ops tf, Moments moments) {
    float scale = 1f / Math.max(1, moments.places() - 1);
    return tf.math.mul(moments.centered(tf).products(tf), tf.constant(scale));
  }

  private static Operand<TFloat32> squares(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, float scale) {
    var sums = tf.reduceSum(tf.math.squaredDifference(a, b), tf.constant(new int[] {1, 2}));
    return tf.math.mul(Means.mean(tf, sums), tf.constant(scale));
  }
}
