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
import org.tensorflow.types.TFloat32;

/**
 * The mean absolute difference of the feature maps of target and generated image, added up over the
 * maps: {@code sum_i 1/N_i |F_i(y) - F_i(G(x))|_1}. On D's features this is the loss of Wang et al.
 * (2018, equation 4), with their weight of 10. The paper's related work cites Dosovitskiy and Brox
 * (2016), who compare features of a trained classifier by their squares.
 *
 * @param features what is compared
 * @param weight its factor in the generator's objective
 */
public record FeatureMatching(
    @Setting(value = "discriminator", meaning = "what is compared") Features features,
    @Setting(value = "10", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("feature-matching", weight, this::distance));
  }

  @Override
  public void check(FullObjective objective) {
    features.check(objective);
  }

  private Operand<TFloat32> distance(LossContext context) {
    var tf = context.tf();
    return FeaturePair.sum(
        context,
        features,
        pair -> Means.mean(tf, tf.math.abs(tf.math.sub(pair.target(), pair.generated()))));
  }
}
