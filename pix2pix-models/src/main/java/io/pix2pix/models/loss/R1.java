package io.pix2pix.models.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.FullObjective;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Keeps D flat where images are real (Mescheder et al. 2018, equation 9): the mean of {@code |grad
 * D(y)|^2 / 2} over targets. It is a term of D, and goes with any objective.
 *
 * @param weight gamma, its factor in D's objective, which is halved as a whole
 */
public record R1(
    @Setting(value = "10", meaning = "gamma, its factor in D's objective") Weight weight)
    implements Loss {
  private static final DiscriminatorGradientPenalty PENALTY =
      new DiscriminatorGradientPenalty("r1");

  /** With the same weight at every step. */
  public R1(double weight) {
    this(Weight.constant(weight));
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(
        new Term("r1", ParameterGroup.DISCRIMINATOR, PENALTY.halved(weight), R1::halfSquare));
  }

  /** It bounds a discriminator that another loss trains. */
  @Override
  public boolean trains(ParameterGroup group) {
    return false;
  }

  @Override
  public void check(FullObjective objective) {
    PENALTY.check(objective);
  }

  private static Operand<TFloat32> halfSquare(LossContext context) {
    var tf = context.tf();
    var mean = Means.mean(tf, PENALTY.squaredSlope(context, context.target()));
    return tf.math.mul(mean, tf.constant(0.5f));
  }
}
