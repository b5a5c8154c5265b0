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
import org.tensorflow.types.TFloat32;

/**
 * Which features go together, wherever they are: the Gram matrices {@code F'F / (c h w)} of the
 * feature maps of target and generated image, and the sum of the squares of their difference, added
 * up over the maps (Gatys et al. 2016; Johnson, Alahi and Fei-Fei 2016, whose matching of
 * covariance statistics the paper's related work cites). It knows textures and colors, but not
 * their places: give it beside a loss that does.
 *
 * @param features what is compared; Johnson et al. take a trained classifier's
 * @param weight its factor in the generator's objective
 */
public record Gram(
    @Setting(value = "random", meaning = "what is compared") Features features,
    @Setting(value = "1000", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("gram", weight, this::distance));
  }

  @Override
  public void check(FullObjective objective) {
    features.check(objective);
  }

  private Operand<TFloat32> distance(LossContext context) {
    var tf = context.tf();
    return FeaturePair.sum(context, features, pair -> distance(tf, pair));
  }

  private static Operand<TFloat32> distance(Ops tf, FeaturePair pair) {
    var difference = tf.math.sub(matrix(tf, pair.target()), matrix(tf, pair.generated()));
    var squares = tf.reduceSum(tf.math.square(difference), tf.constant(new int[] {1, 2}));
    return Means.mean(tf, squares);
  }

  /** {@code [n, c, c]}. */
  private static Operand<TFloat32> matrix(Ops tf, Operand<TFloat32> map) {
    var moments = Moments.of(tf, map);
    float scale = 1f / (moments.channels() * moments.places());
    return tf.math.mul(moments.products(tf), tf.constant(scale));
  }
}
