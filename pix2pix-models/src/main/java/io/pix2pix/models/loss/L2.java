package io.pix2pix.models.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;

/**
 * The mean squared difference of target and generated image, on the scale of {@code [-1, 1]}: what
 * the paper's L1 is less blurry than (section 3.1).
 *
 * @param weight its factor in the generator's objective
 */
public record L2(@Setting(value = "100", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /** With the same weight at every step. */
  public L2(double weight) {
    this(Weight.constant(weight));
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(
        Term.ofGenerator(
            "l2",
            weight,
            context -> {
              var tf = context.tf();
              return Means.mean(
                  context, tf.math.square(tf.math.sub(context.target(), context.generated())));
            }));
  }
}
