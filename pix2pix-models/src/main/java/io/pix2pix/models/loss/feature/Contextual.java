package io.pix2pix.models.loss.feature;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.FullObjective;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMin;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Does every feature of the target have a feature of the generated image that is nearer to it than
 * to all others, wherever that is (Mechrez, Talmi and Zelnik-Manor 2018)? With {@code d_ij = (1 -
 * cos) / 2} between generated feature {@code i} and target feature {@code j}, both without the mean
 * of the target: {@code d~_ij = d_ij / (min_k d_ik + 1e-5)}, {@code w_ij = exp((1 - d~_ij) /
 * bandwidth)}, {@code CX_ij = w_ij / sum_k w_ik}, and the loss is {@code -log(mean_j max_i CX_ij)},
 * added up over the maps.
 *
 * <p>A later relative of the nonparametric loss that the paper's related work cites. Of a larger
 * feature map, a grid of {@code places} features is compared, which lies elsewhere at every step: a
 * matrix of distances of an image never has more than {@code places^2} floats, 4 MiB by default.
 *
 * @param features what is compared; the authors take a trained classifier's
 * @param places most features of an image and map
 * @param bandwidth how much nearer is near; published code has 0.1, 0.5 and 1
 * @param weight its factor in the generator's objective
 */
public record Contextual(
    @Setting(value = "{name: pixels, neighborhood: 5}", meaning = "what is compared")
        Features features,
    @Setting(value = "1024", min = 1, max = 16384, meaning = "most features of an image and map")
        int places,
    @Setting(value = "0.5", meaning = "how much nearer is near; small is strict") double bandwidth,
    @Setting(value = "1", meaning = "factor in G's objective") Weight weight)
    implements Loss {
  private static final float EPSILON = 1e-5f;

  /**
   * @throws IllegalArgumentException if {@code bandwidth} is not positive
   */
  public Contextual {
    checkArgument(bandwidth > 0, "bandwidth must be more than 0, not %s", bandwidth);
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("contextual", weight, this::distance));
  }

  @Override
  public void check(FullObjective objective) {
    features.check(objective);
  }

  private Operand<TFloat32> distance(LossContext context) {
    return FeaturePair.sum(context, features, pair -> distance(context, pair));
  }

  private Operand<TFloat32> distance(LossContext context, FeaturePair pair) {
    var tf = context.tf();
    var chosen = new PositionSampler(places);
    var target = chosen.choose(context, "contextual/target" + pair.number(), pair.target());
    var generated =
        chosen.choose(context, "contextual/generated" + pair.number(), pair.generated());
    var best = tf.reduceMax(similarities(tf, generated, target), tf.constant(1));
    var found = tf.math.mean(best, tf.constant(1));
    return Means.mean(tf, tf.math.neg(tf.math.log(tf.math.add(found, tf.constant(EPSILON)))));
  }

  /** {@code [n, p, q]}: {@code CX_ij}, from 0 to 1. */
  private Operand<TFloat32> similarities(
      Ops tf, Operand<TFloat32> generated, Operand<TFloat32> target) {
    var distances = distances(tf, generated, target);
    var nearest = tf.reduceMin(distances, tf.constant(2), ReduceMin.keepDims(true));
    var relative = tf.math.div(distances, tf.math.add(nearest, tf.constant(EPSILON)));
    var closeness = tf.math.sub(tf.constant(1f), relative);
    var weights = tf.math.exp(tf.math.mul(closeness, tf.constant((float) (1 / bandwidth))));
    return tf.math.div(weights, tf.reduceSum(weights, tf.constant(2), ReduceSum.keepDims(true)));
  }

  /** {@code [n, p, q]}: {@code d_ij}, from 0 to 1. */
  private static Operand<TFloat32> distances(
      Ops tf, Operand<TFloat32> generated, Operand<TFloat32> target) {
    var mean = tf.math.mean(target, tf.constant(1), Mean.keepDims(true));
    var cosines = Cosines.of(tf, tf.math.sub(generated, mean), tf.math.sub(target, mean));
    var halves = tf.math.mul(tf.math.sub(tf.constant(1f), cosines), tf.constant(0.5f));
    return tf.nn.relu(halves);
  }
}
