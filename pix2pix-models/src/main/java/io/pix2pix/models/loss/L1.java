package io.pix2pix.models.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;

/**
 * The mean absolute difference of target and generated image, on the scale of {@code [-1, 1]}
 * (paper, equation 3).
 *
 * @param weight its factor in the generator's objective; the paper's lambda is 100
 */
public record L1(@Setting(value = "100", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /** With the same weight at every step. */
  public L1(double weight) {
    this(Weight.constant(weight));
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(
        Term.ofGenerator(
            "l1",
            weight,
            context -> {
              var tf = context.tf();
              return Means.mean(
                  context, tf.math.abs(tf.math.sub(context.target(), context.generated())));
            }));
  }
}
