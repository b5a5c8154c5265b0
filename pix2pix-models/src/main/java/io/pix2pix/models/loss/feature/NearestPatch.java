package io.pix2pix.models.loss.feature;

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
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * The nonparametric loss of a Markov random field (Li and Wand 2016, which the paper's related work
 * cites): every patch of the generated image is drawn to the patch of the target that is most like
 * it, {@code |P_i(G) - P_NN(i)(y)|^2} with {@code NN(i)} that of the greatest cosine; the mean over
 * patches and their numbers, added up over the maps. A patch is a feature: a square of pixels, or
 * what a layer of a network sees there. Unlike the authors' cosine, ours is of patches without the
 * target's mean patch: pixels are not centered as their features are. It knows what the target is
 * made of, but not where.
 *
 * <p>Of a larger feature map, a grid of {@code places} patches is compared, which lies elsewhere at
 * every step: the matrix of cosines of an image never has more than {@code places^2} floats, 4 MiB
 * by default.
 *
 * @param features what patches are; Li and Wand take a trained classifier's
 * @param places most patches of an image and map
 * @param weight its factor in the generator's objective
 */
public record NearestPatch(
    @Setting(value = "{name: pixels, neighborhood: 7}", meaning = "what patches are")
        Features features,
    @Setting(value = "1024", min = 1, max = 16384, meaning = "most patches of an image and map")
        int places,
    @Setting(value = "100", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("nearest-patch", weight, this::distance));
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
    var target = chosen.choose(context, "nearest-patch/target" + pair.number(), pair.target());
    var generated =
        chosen.choose(context, "nearest-patch/generated" + pair.number(), pair.generated());
    var nearest = nearest(tf, generated, target);
    return Means.mean(tf, tf.math.squaredDifference(generated, nearest));
  }

  /** For each generated patch the patch of the target that is most like it: {@code [n, p, c]}. */
  private static Operand<TFloat32> nearest(
      Ops tf, Operand<TFloat32> generated, Operand<TFloat32> target) {
    var mean = tf.math.mean(target, tf.constant(1), Mean.keepDims(true));
    var from = tf.math.sub(tf.stopGradient(generated), mean);
    var cosines = Cosines.of(tf, from, tf.math.sub(target, mean));
    var index = tf.math.argMax(cosines, tf.constant(2));
    return tf.gather(target, index, tf.constant(1), Gather.batchDims(1L));
  }
}
