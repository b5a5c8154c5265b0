package io.pix2pix.models.discriminator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.models.FiniteDifferences;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.normalization.GroupNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.LayerNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Penalties on gradients differentiate a discriminator with respect to its image, and the square of
 * that with respect to its weights.
 */
@Tag("exhaustive")
@Tag("numerical")
class SecondOrderGradientTest {
  private static final ParameterGroup D = new ParameterGroup("d");

  /** So small that hardly a leaky ReLU changes sides, where the penalty would jump. */
  private static final double DISTANCE = 2e-4;

  private static final Percentage SLIGHT = Percentage.withPercentage(0.01);

  /**
   * As PyTorch 2.13 finds them for the same images and weights: the mean square of the gradient,
   * and the sums of absolute values of its gradients with respect to the first two kernels.
   */
  static Stream<Arguments> normalizations() {
    return Stream.of(
        Arguments.of(new NoNormalization(), 0.3364991f, 2.012582, 4.334466),
        Arguments.of(new InstanceNormalization(1e-5), 0.1777018f, 1.752458, 2.519524),
        Arguments.of(new GroupNormalization(2, 1e-5), 0.03490186f, 0.5444503, 0.5209801),
        Arguments.of(new LayerNormalization(1e-5), 0.02815651f, 0.3620874, 0.4500015));
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void aPatchDiscriminatorCanBeDifferentiatedTwice(
      Normalization normalization, float square, double first, double second) {
    try (var graph = new TestGraph()) {
      var penalty = penalty(graph, new PatchGan(16, 2, true, normalization, false));

      assertThat(graph.scalar(penalty.square())).isCloseTo(square, Offset.offset(1e-5f));
      assertThat(slope(graph, penalty, "d/layer1/kernel")).isCloseTo(first, SLIGHT);
      assertThat(slope(graph, penalty, "d/layer2/kernel")).isCloseTo(second, SLIGHT);
      FiniteDifferences.assertGradients(graph, D, penalty.total(), DISTANCE, 2e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void soCanAMultiScaleDiscriminator(boolean spectralNormalization) {
    try (var graph = new TestGraph()) {
      var patch = new PatchGan(16, 2, true, new InstanceNormalization(1e-5), spectralNormalization);

      var penalty = penalty(graph, new MultiScale(2, patch));
      FiniteDifferences.assertGradients(graph, D, penalty.total(), DISTANCE, 2e-3);
    }
  }

  private static double slope(TestGraph graph, Penalty penalty, String parameter) {
    var wanted =
        graph.variables().parametersOf(D).stream()
            .filter(variable -> variable.name().equals(parameter))
            .map(graph.snapshot()::value)
            .collect(ImmutableList.toImmutableList());
    var gradient = new GraphGradients(graph.graph()).of(penalty.square(), wanted).get(0);
    double sum = 0;
    for (float value : graph.run(gradient)) {
      sum += Math.abs(value);
    }
    return sum;
  }

  private static Penalty penalty(TestGraph graph, Discriminator discriminator) {
    var tf = graph.tf();
    var x = Scattered.images(graph, "x", 2, 12, 16, 3);
    var phase = new Phase(Statistics.BATCH, false, false, false);
    var judgment = discriminator.build(graph.layers(D.name(), phase), x);
    Scattered.fill(graph);
    var sum =
        tf.math.addN(
            judgment.scales().stream()
                .map(scale -> (Operand<TFloat32>) tf.reduceSum(scale.logits(), all(graph)))
                .toList());
    var gradient = gradient(graph, sum, x);
    var square = tf.math.mean(tf.math.square(gradient), all(graph));
    return new Penalty(square, tf.math.add(square, tf.math.mul(sum, tf.constant(0.01f))));
  }

  /** The factor 1 is given, as the operation that makes it otherwise cannot be differentiated. */
  @SuppressWarnings("unchecked") // the gradient of a float is a float
  private static Operand<TFloat32> gradient(
      TestGraph graph, Operand<TFloat32> y, Operand<TFloat32> x) {
    var factor = graph.tf().constant(1f).asOutput();
    Output<?>[] ys = {y.asOutput()};
    Output<?>[] xs = {x.asOutput()};
    var found = graph.graph().addGradients("gradient", ys, xs, new Output<?>[] {factor});
    return (Output<TFloat32>) found[0];
  }

  private static Operand<TInt32> all(TestGraph graph) {
    return graph.tf().constant(new int[] {0, 1, 2, 3});
  }

  /**
   * @param square mean square of the gradient
   * @param total the same and a little of the logits, as these depend on the biases too
   */
  private record Penalty(Operand<TFloat32> square, Operand<TFloat32> total) {}
}
