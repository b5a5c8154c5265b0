package io.pix2pix.models.loss.feature;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.features.SavedModelFeatures;
import io.pix2pix.models.objective.Means;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The mean absolute difference of the feature maps that a trained network of the user's makes of
 * target and generated image, each map with a weight of its own: {@code sum_k w_k mean |F_k(y) -
 * F_k(G(x))|} (Johnson, Alahi and Fei-Fei 2016; in this form Wang et al. 2018, on five layers of
 * VGG-19 with weights from 1/32 to 1).
 *
 * @param model folder of a TensorFlow SavedModel
 * @param signature its name; takes one batch of images in {@code [-1, 1]}
 * @param outputs of the signature, each a feature map {@code [n, h, w, c]} of float32
 * @param mapWeights of the outputs, in their order; none for 1 each
 * @param weight its factor in the generator's objective
 */
public record Perceptual(
    @Setting(meaning = "folder of a TensorFlow SavedModel, which takes images in [-1, 1]")
        String model,
    @Setting(value = "serving_default", meaning = "name of its signature") String signature,
    @Setting(meaning = "names of outputs that are feature maps") ImmutableList<String> outputs,
    @Setting(value = "[]", min = 0, meaning = "a factor for each output; none for 1 each")
        ImmutableList<Double> mapWeights,
    @Setting(value = "10", meaning = "factor in G's objective") Weight weight)
    implements Loss {

  /**
   * @throws IllegalArgumentException if there are no outputs, or not as many weights
   */
  public Perceptual {
    checkArgument(!outputs.isEmpty(), "outputs must name at least one output of %s", model);
    checkArgument(
        mapWeights.isEmpty() || mapWeights.size() == outputs.size(),
        "mapWeights must be as many as outputs: %s, not %s",
        outputs.size(),
        mapWeights.size());
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(Term.ofGenerator("perceptual", weight, this::distance));
  }

  private Operand<TFloat32> distance(LossContext context) {
    var features = new SavedModelFeatures(model, signature, outputs);
    return FeaturePair.sum(context, features, pair -> distance(context, pair));
  }

  private Operand<TFloat32> distance(LossContext context, FeaturePair pair) {
    var tf = context.tf();
    double factor = mapWeights.isEmpty() ? 1 : mapWeights.get(pair.number());
    var mean = Means.mean(tf, tf.math.abs(tf.math.sub(pair.target(), pair.generated())));
    return tf.math.mul(mean, tf.constant((float) factor));
  }
}
