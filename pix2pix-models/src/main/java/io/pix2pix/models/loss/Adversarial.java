package io.pix2pix.models.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.loss.Scene;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.Judgment;
import io.pix2pix.api.network.Player;
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
        Term.ofGenerator("adversarial", weight, this::fool),
        Term.of("fake", Player.DISCRIMINATOR, 0.5, this::fake),
        Term.of("real", Player.DISCRIMINATOR, 0.5, this::real));
  }

  private Operand<TFloat32> fool(Scene scene) {
    return overScales(scene, scene.fake(), logits -> objective.fool(scene.tf(), logits));
  }

  private Operand<TFloat32> real(Scene scene) {
    return overScales(scene, scene.real(), logits -> objective.real(scene.tf(), logits));
  }

  private Operand<TFloat32> fake(Scene scene) {
    return overScales(scene, scene.remembered(), logits -> objective.fake(scene.tf(), logits));
  }

  /** The mean over the scales at which D judges. */
  private static Operand<TFloat32> overScales(
      Scene scene, ConditionedImage sample, Function<Operand<TFloat32>, Operand<TFloat32>> scalar) {
    List<Operand<TFloat32>> scalars =
        scene.judge().judge(sample).scales().stream()
            .map(Judgment.Scale::logits)
            .map(scalar)
            .toList();
    return scalars.size() == 1 ? scalars.get(0) : Means.mean(scene.tf(), scene.tf().stack(scalars));
  }
}
