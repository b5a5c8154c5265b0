package io.pix2pix.models.loss.neighbor;

import com.google.common.collect.ImmutableList;
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
 * Whether edges are as strong as in the target: with {@code g} the absolute difference of a pixel
 * and its neighbor, the mean of {@code |g(y) - g(G(x))|^power} over vertical neighbors and that
 * over horizontal ones, added (Mathieu, Couprie and LeCun 2016, equation 7, which sums instead). It
 * knows nothing of brightness, nor on which side of an edge it is bright: give it beside a loss
 * that does.
 *
 * @param power 1 or 2
 * @param weight its factor in the generator's objective
 */
public record GradientDifference(
    @Setting(
            value = "1",
            allowed = {"1", "2"},
            meaning = "of the difference: 1 forgives large ones, 2 small ones")
        int power,
    @Setting(value = "50", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("gradient-difference", weight, this::difference));
  }

  private Operand<TFloat32> difference(LossContext context) {
    return context
        .tf()
        .math
        .add(along(context, Neighbors.BELOW), along(context, Neighbors.RIGHT));
  }

  private Operand<TFloat32> along(LossContext context, Neighbors neighbors) {
    var tf = context.tf();
    var target = strength(tf, context.target(), neighbors);
    var generated = strength(tf, context.generated(), neighbors);
    var difference = tf.math.sub(target, generated);
    return Means.mean(tf, power == 1 ? tf.math.abs(difference) : tf.math.square(difference));
  }

  private static Operand<TFloat32> strength(
      Ops tf, Operand<TFloat32> image, Neighbors neighbors) {
    return tf.math.abs(neighbors.difference(tf, image));
  }
}
