package io.pix2pix.models.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * G tries to fool D, and D not to be fooled (paper, equations 1 and 2). The objective of D is
 * halved, which slows it down relative to G (section 3.4); the weight concerns G alone.
 *
 * @param objective the game that they play
 * @param weight its factor in the generator's objective
 */
public record Adversarial(
    @Setting(value = "cross-entropy", meaning = "the game that G and D play") Objective objective,
    @Setting(value = "1", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /** With the same weight at every step. */
  public Adversarial(Objective objective, double weight) {
    this(objective, Weight.constant(weight));
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(
        Term.ofGenerator("adversarial", weight, this::generatorLoss),
        Term.of("fake", ParameterGroup.DISCRIMINATOR, 0.5, this::fake),
        Term.of("real", ParameterGroup.DISCRIMINATOR, 0.5, this::real));
  }

  private Operand<TFloat32> generatorLoss(LossContext context) {
    return overScales(
        context, context.fake(), logits -> objective.generatorLoss(context.tf(), logits));
  }

  private Operand<TFloat32> real(LossContext context) {
    return overScales(context, context.real(), logits -> objective.real(context.tf(), logits));
  }

  private Operand<TFloat32> fake(LossContext context) {
    return overScales(
        context, context.pooledFake(), logits -> objective.fake(context.tf(), logits));
  }

  /** The mean over the scales at which D judges. */
  private static Operand<TFloat32> overScales(
      LossContext context, ConditionedImage sample, Function<Operand<TFloat32>, Operand<TFloat32>> scalar) {
    List<Operand<TFloat32>> scalars =
        context.discriminator().output(sample).scales().stream()
            .map(DiscriminatorOutput.Scale::logits)
            .map(scalar)
            .toList();
    return scalars.size() == 1
        ? scalars.get(0)
        : Means.mean(context.tf(), context.tf().stack(scalars));
  }
}
