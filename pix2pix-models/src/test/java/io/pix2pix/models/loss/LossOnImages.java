package io.pix2pix.models.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.testing.GradientAssert;
import io.pix2pix.testing.PixAssertions;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * What a loss says of a generated image; the condition is the target with the sign turned. The
 * discriminator's feature maps are the image and its square.
 *
 * @param loss its first term is the generator's
 * @param shape of all images
 */
public record LossOnImages(Loss loss, Shape shape) {

  /** {@code 0.8 sin(0.4 + 0.7 i + 0.1 i^2)} at element {@code i}. */
  public static float[] wave(Shape shape) {
    var values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.8 * Math.sin(0.4 + 0.7 * i + 0.1 * i * i));
    }
    return values;
  }

  /** {@code 0.6 wave + 0.3 sin(1.1 + 1.3 i)} at element {@code i}. */
  public static float[] disturbedWave(Shape shape) {
    var values = wave(shape);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.6 * values[i] + 0.3 * Math.sin(1.1 + 1.3 * i));
    }
    return values;
  }

  /** The loss of the disturbed wave where the target is the wave. */
  public float ofWaves() {
    return of(wave(shape), disturbedWave(shape));
  }

  /** The loss of a generated image. */
  public float of(float[] target, float... generated) {
    try (var graph = new TestGraph()) {
      var value = in(graph, target, graph.constant(shape, generated));
      return graph.initialize().scalar(value);
    }
  }

  /** Compares the gradient with respect to the disturbed wave with central differences. */
  public void requireGradient(double tolerance) {
    gradient().agreesWithDifferences(shape, disturbedWave(shape), tolerance);
  }

  /** Begins assertions on the gradient with respect to the generated image. */
  public GradientAssert gradient() {
    return PixAssertions.assertThatGradient((graph, x) -> in(graph, wave(shape), x));
  }

  private Operand<TFloat32> in(TestGraph graph, float[] target, Operand<TFloat32> generated) {
    var condition = target.clone();
    for (int i = 0; i < condition.length; i++) {
      condition[i] = -condition[i];
    }
    var context =
        TestLossContext.of(
                graph, graph.constant(shape, condition), graph.constant(shape, target), generated)
            .withDiscriminator(sample -> judgment(graph, sample.image()));
    return loss.terms().get(0).value().in(context);
  }

  private static DiscriminatorOutput judgment(TestGraph graph, Operand<TFloat32> image) {
    List<Operand<TFloat32>> features = List.of(image, graph.tf().math.square(image));
    return DiscriminatorOutput.of(image, ImmutableList.copyOf(features));
  }
}
