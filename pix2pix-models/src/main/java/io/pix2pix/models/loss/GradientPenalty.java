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
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Keeps D's slope near 1 (Gulrajani et al. 2017, equation 3): the mean of {@code (|grad D(z)| -
 * 1)^2} with {@code z = e y + (1 - e) G(x)}, between the target and the generated image of the
 * step, {@code e} drawn anew for each pair. It is a term of D, and belongs to the {@code
 * wasserstein} objective.
 *
 * @param weight lambda, its factor in D's objective, which is halved as a whole
 */
public record GradientPenalty(
    @Setting(value = "10", meaning = "lambda, its factor in D's objective") Weight weight)
    implements Loss {
  private static final DiscriminatorGradientPenalty PENALTY =
      new DiscriminatorGradientPenalty("gradient-penalty");

  /** The square root has no slope at 0. */
  private static final float TINY = 1e-12f;

  /** With the same weight at every step. */
  public GradientPenalty(double weight) {
    this(Weight.constant(weight));
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(
        new Term(
            "gradient-penalty",
            ParameterGroup.DISCRIMINATOR,
            PENALTY.halved(weight),
            this::distanceToOne));
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

  private Operand<TFloat32> distanceToOne(LossContext context) {
    var tf = context.tf();
    var squares = PENALTY.squaredSlope(context, between(context));
    var slopes = tf.math.sqrt(tf.math.add(squares, tf.constant(TINY)));
    return Means.mean(tf, tf.math.square(tf.math.sub(slopes, tf.constant(1f))));
  }

  private static Operand<TFloat32> between(LossContext context) {
    var tf = context.tf();
    long n = context.target().shape().get(0);
    var share = context.uniformOfImages("gradient-penalty", Shape.of(n, 1, 1, 1));
    var way = tf.math.sub(context.target(), context.generated());
    return tf.math.add(context.generated(), tf.math.mul(way, share));
  }
}
