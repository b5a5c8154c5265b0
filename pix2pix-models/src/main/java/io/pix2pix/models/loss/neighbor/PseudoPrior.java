package io.pix2pix.models.loss.neighbor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.objective.Means;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A convolutional pseudo-prior: is a pixel what those around it make likely? A small network {@code
 * R}, a parameter group of its own, learns to tell the pixels of targets from their neighbors,
 * {@code |R(y_N) - y|}; G minimizes {@code |R(G_N) - G|} on its own images, where {@code N} leaves
 * out the pixel itself. With {@code hinge} it is {@code max(0, |R(G_N) - G| - |R(y_N) - y|)}, of
 * the means over an image, so that G is not asked to be smoother than targets are.
 *
 * <p>A modern stand-in: the paper's related work cites Xie, Huang and Tu (2016), whose prior is of
 * label maps and approximates a pseudo-likelihood; here it is of images, with a Laplace
 * distribution around {@code R}.
 *
 * @param neighborhood edge of the square around a pixel, in pixels, odd
 * @param filters channels of the network
 * @param hinge whether G has done enough where its image is as predictable as the target
 * @param weight its factor in the generator's objective
 */
public record PseudoPrior(
    @Setting(value = "7", min = 3, max = 31, meaning = "edge of the square around a pixel, odd")
        int neighborhood,
    @Setting(
            value = "32",
            min = 1,
            max = 16384,
            meaning = "channels of the network that predicts pixels")
        int filters,
    @Setting(value = "true", meaning = "being as predictable as the target is enough")
        boolean hinge,
    @Setting(value = "50", meaning = "factor in G's objective") Weight weight)
    implements Loss {
  private static final ParameterGroup GROUP = new ParameterGroup("pseudo-prior");

  /**
   * @throws IllegalArgumentException if {@code neighborhood} is even
   */
  public PseudoPrior {
    checkArgument(neighborhood % 2 == 1, "neighborhood must be odd, not %s", neighborhood);
  }

  @Override
  public ImmutableList<Term> terms() {
    return ImmutableList.of(
        Term.ofGenerator("pseudo-prior", weight, this::unlikeliness),
        Term.of(
            "prediction",
            GROUP,
            1,
            context -> Means.mean(context.tf(), errors(context, context.target()))));
  }

  private Operand<TFloat32> unlikeliness(LossContext context) {
    var tf = context.tf();
    var generated = errors(context, context.generated());
    if (!hinge) {
      return Means.mean(tf, generated);
    }
    var more = tf.math.sub(generated, errors(context, context.target()));
    return Means.mean(tf, tf.nn.relu(more));
  }

  /** The mean error of each image, {@code [n]}. */
  private Operand<TFloat32> errors(LossContext context, Operand<TFloat32> image) {
    var tf = context.tf();
    var network = new NeighborPrediction(neighborhood, filters);
    var predicted = network.build(context.layers(GROUP), image);
    var errors = tf.math.abs(tf.math.sub(predicted, image));
    return tf.math.mean(errors, tf.constant(new int[] {1, 2, 3}));
  }
}
