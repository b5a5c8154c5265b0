package io.pix2pix.models.loss.neighbor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import java.util.ArrayList;
import org.tensorflow.Operand;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * Pairwise potentials of a conditional random field. For every two pixels {@code i}, {@code j} at
 * most {@code radius} rows and columns apart, {@code w_ij |(G_i - G_j) - (y_i - y_j)|} with {@code
 * w_ij = exp(-|x_i - x_j|^2 / (2 deviation^2))}: pixels of the same color in the condition belong
 * together, and are to differ as they do in the target. The mean over all pairs and channels.
 *
 * <p>A modern stand-in: the paper's related work cites the field of Chen et al. (2015), which is
 * solved by mean-field inference after a network; here its contrast-sensitive kernel weights a loss
 * of the network itself. Without {@code target} the potentials smooth as a field's do.
 *
 * @param radius how far apart two pixels may be, in rows and in columns
 * @param deviation distance of two colors of the condition, in {@code [-1, 1]} per channel, at
 *     which they still belong together
 * @param target whether pixels are to differ as in the target, or not at all
 * @param weight its factor in the generator's objective
 */
public record ConditionalRandomField(
    @Setting(value = "2", min = 1, max = 8, meaning = "rows and columns between two pixels")
        int radius,
    @Setting(value = "0.2", meaning = "distance of colors of x that still belong together")
        double deviation,
    @Setting(value = "true", meaning = "pixels are to differ as in the target, or not at all")
        boolean target,
    @Setting(value = "50", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /**
   * @throws IllegalArgumentException if {@code deviation} is not positive
   */
  public ConditionalRandomField {
    checkArgument(deviation > 0, "deviation must be more than 0, not %s", deviation);
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("conditional-random-field", weight, this::energy));
  }

  private Operand<TFloat32> energy(LossContext context) {
    var energies = new ArrayList<Operand<TFloat32>>();
    for (var neighbors : Neighbors.within(radius)) {
      energies.add(energy(context, neighbors));
    }
    return Means.mean(context.tf(), context.tf().stack(energies));
  }

  private Operand<TFloat32> energy(LossContext context, Neighbors neighbors) {
    var tf = context.tf();
    var generated = neighbors.difference(tf, context.generated());
    var unlike =
        target ? tf.math.sub(generated, neighbors.difference(tf, context.target())) : generated;
    return Means.mean(tf, tf.math.mul(belonging(context, neighbors), tf.math.abs(unlike)));
  }

  /** {@code [n, h', w', 1]}, from 0 to 1. */
  private Operand<TFloat32> belonging(LossContext context, Neighbors neighbors) {
    var tf = context.tf();
    var contrast = tf.math.square(neighbors.difference(tf, context.condition()));
    var distance = tf.reduceSum(contrast, tf.constant(3), ReduceSum.keepDims(true));
    return tf.math.exp(
        tf.math.mul(distance, tf.constant((float) (-0.5 / (deviation * deviation)))));
  }
}
