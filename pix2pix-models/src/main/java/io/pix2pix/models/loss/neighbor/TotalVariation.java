package io.pix2pix.models.loss.neighbor;

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
 * How much a generated image changes from pixel to pixel: the mean absolute difference of vertical
 * neighbors and that of horizontal ones, added, on the scale of {@code [-1, 1]} (Rudin, Osher and
 * Fatemi 1992; in the form that takes rows and columns apart). It does not look at the target: it
 * takes noise away, and detail where it counts too much.
 *
 * @param weight its factor in the generator's objective
 */
public record TotalVariation(
    @Setting(value = "1", meaning = "factor in G's objective") Weight weight) implements Loss {

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("total-variation", weight, TotalVariation::variation));
  }

  private static Operand<TFloat32> variation(LossContext context) {
    return context
        .tf()
        .math
        .add(along(context, Neighbors.BELOW), along(context, Neighbors.RIGHT));
  }

  private static Operand<TFloat32> along(LossContext context, Neighbors neighbors) {
    var tf = context.tf();
    return Means.mean(tf, tf.math.abs(neighbors.difference(tf, context.generated())));
  }
}
