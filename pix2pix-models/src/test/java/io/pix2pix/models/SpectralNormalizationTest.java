package io.pix2pix.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.TransposedConvolution;
import io.pix2pix.testing.ReferenceValues;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class SpectralNormalizationTest {
  private static final Offset<Float> TOLERANCE = Offset.offset(1e-5f);

  /**
   * Some numbers of what PyTorch 2.13 makes of the same image and weights in two forward passes one
   * after the other, with {@code spectral_norm} of {@code Conv2d(3, 2, 4, 2, 1)} and {@code
   * ConvTranspose2d(3, 2, 4, 2, 1)} without bias, {@code weight_u} being (0.6, 0.8) before.
   */
  static Stream<Arguments> references() {
    return Stream.of(
        Arguments.of(
            false,
            3,
            new float[] {0.5368589f, -0.3632757f, 0.004494051f},
            new float[] {0.5365188f, -0.3630457f, 0.004491215f}),
        Arguments.of(
            true,
            11,
            values("transposed convolution, first pass"),
            values("transposed convolution, second pass")));
  }

  @ParameterizedTest
  @MethodSource("references")
  void takesOneStepOfThePowerMethodEachTimeANetworkIsBuilt(
      boolean transposed, int stride, float[] first, float[] second) {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 1, 4, 4, 3);
      var layers = graph.layers("net", Phase.TRAINING).spectrallyNormalized(true);
      var one = convolved(layers, x, transposed);
      var two = convolved(layers, x, transposed);
      Scattered.fill(graph);
      graph.set("net/singular-vector", 0.6f, 0.8f);

      assertThat(Scattered.every(stride, graph.run(one))).containsExactly(first, TOLERANCE);
      assertThat(Scattered.every(stride, graph.run(two))).containsExactly(second, TOLERANCE);
    }
  }

  @Test
  void keepsTheSingularVectorThatTrainingHasFound() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 1, 1, 2), 1, 1);
      pointwise(graph.layers("net", Phase.TRAINING), x);
      diagonal(graph);
      var runner = graph.session().runner();
      graph.snapshot().writes(graph.tf(), variable -> true).forEach(runner::addTarget);
      runner.run();

      // v is (3 0.6, 0.8) over its length, and u' (9 0.6, 0.8) over its own: (27, 4) / sqrt(745).
      double length = Math.sqrt(745);
      assertThat(graph.get("net/singular-vector"))
          .containsExactly(new float[] {(float) (27 / length), (float) (4 / length)}, TOLERANCE);
    }
  }

  /** With u = (0.6, 0.8): v is M u over its length, and v M u the length sqrt(1.8^2 + 0.8^2). */
  @Test
  void leavesTheSingularVectorAloneOutsideOfTraining() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 1, 1, 2), 1, 1);
      var y = pointwise(graph.layers("net", Phase.translation(Statistics.BATCH, false)), x);
      diagonal(graph);

      double length = Math.sqrt(1.8 * 1.8 + 0.8 * 0.8);
      assertThat(graph.run(y))
          .containsExactly(new float[] {(float) (3 / length), (float) (1 / length)}, TOLERANCE);
      assertThat(graph.snapshot().writes(graph.tf(), variable -> true)).isEmpty();
    }
  }

  @Test
  void isNotTrained() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 1, 1, 2), 1, 1);
      pointwise(graph.layers("net", Phase.TRAINING), x);

      assertThat(graph.variables().all())
          .filteredOn(variable -> !variable.trained())
          .extracting("name")
          .containsExactly("net/singular-vector");
    }
  }

  private static Operand<TFloat32> pointwise(Layers layers, Operand<TFloat32> x) {
    return layers.spectrallyNormalized(true).convolution(x, new Convolution(2, 1, 1, 0, false));
  }

  /** A kernel that multiplies one channel by 3 and leaves the other as it is. */
  private static void diagonal(TestGraph graph) {
    graph.set("net/kernel", 3, 0, 0, 1);
    graph.set("net/singular-vector", 0.6f, 0.8f);
  }

  private static Operand<TFloat32> convolved(
      Layers layers, Operand<TFloat32> x, boolean transposed) {
    return transposed
        ? layers.transposedConvolution(x, TransposedConvolution.doubling(2, 4, false))
        : layers.convolution(x, Convolution.halving(2, false));
  }

  private static float[] values(String name) {
    return ReferenceValues.of(SpectralNormalizationTest.class, name);
  }
}
