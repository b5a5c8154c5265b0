package io.pix2pix.models.loss;

import static com.google.common.base.Preconditions.checkArgument;

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
 * L1 without its edge at 0: the mean of {@code sqrt((y - G(x))^2 + epsilon^2)}, on the scale of
 * {@code [-1, 1]} (Charbonnier et al. 1994). It is epsilon where target and generated image are
 * equal, and close to L1 where they differ by much more than that.
 *
 * @param epsilon the difference below which it behaves like L2
 * @param weight its factor in the generator's objective
 */
public record Charbonnier(
    @Setting(value = "0.001", meaning = "the difference below which it behaves like L2")
        double epsilon,
    @Setting(value = "100", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /**
   * @throws IllegalArgumentException if {@code epsilon} is not positive
   */
  public Charbonnier {
    checkArgument(epsilon > 0, "epsilon must be more than 0, not %s", epsilon);
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("charbonnier", weight, this::distance));
  }

  private Operand<TFloat32> distance(LossContext context) {
    var tf = context.tf();
    var square = tf.math.square(tf.math.sub(context.target(), context.generated()));
    var rounded = tf.math.add(square, tf.constant((float) (epsilon * epsilon)));
    return Means.mean(context, tf.math.sqrt(rounded));
  }
}
