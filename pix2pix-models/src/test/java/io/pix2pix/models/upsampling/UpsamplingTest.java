package io.pix2pix.models.upsampling;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.models.FiniteDifferences;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.testing.ReferenceValues;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class UpsamplingTest {
  private static final Offset<Float> TOLERANCE = Offset.offset(1e-6f);

  static Stream<Upsampling> all() {
    return Stream.of(
        new TransposedUpsampling(4),
        new TransposedUpsampling(3),
        new ResizeUpsampling(Interpolation.NEAREST),
        new ResizeUpsampling(Interpolation.BILINEAR),
        new SubPixelUpsampling());
  }

  /**
   * Every 29th number of what PyTorch 2.13 makes of the same images and weights: {@code
   * ConvTranspose2d(3, 2, 4, 2, 1)}, {@code ConvTranspose2d(3, 2, 3, 2, 1, output_padding=1)},
   * {@code Conv2d(3, 2, 3, padding=1)} after {@code interpolate(scale_factor=2)} with {@code
   * mode="nearest"} and with {@code mode="bilinear", align_corners=False}, and {@code
   * PixelShuffle(2)} after {@code Conv2d(3, 8, 3, padding=1)} with its channels in PixelShuffle's
   * order.
   */
  static Stream<Arguments> references() {
    return Stream.of(
        Arguments.of(new TransposedUpsampling(4), values("transposed convolution, kernel 4")),
        Arguments.of(new TransposedUpsampling(3), values("transposed convolution, kernel 3")),
        Arguments.of(new ResizeUpsampling(Interpolation.NEAREST), values("nearest")),
        Arguments.of(new ResizeUpsampling(Interpolation.BILINEAR), values("bilinear")),
        Arguments.of(new SubPixelUpsampling(), values("sub-pixel")));
  }

  @ParameterizedTest
  @MethodSource("references")
  void givesTheValuesOfPyTorch(Upsampling upsampling, float[] expected) {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 2, 4, 6, 3);
      var y = upsampling.build(graph.layers("up", Phase.TRAINING), x, 2, true);
      Scattered.fill(graph);

      assertThat(y).hasShape(2, 8, 12, 2);
      assertThat(Scattered.every(29, graph.run(y))).containsExactly(expected, TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasABiasOnlyWhereAskedFor(Upsampling upsampling) {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 1, 2, 2, 3);
      upsampling.build(graph.layers("up", Phase.TRAINING), x, 2, false);
      assertThat(graph.variables().all()).extracting("name").containsExactly("up/kernel");

      upsampling.build(graph.layers("more", Phase.TRAINING), x, 2, true);
      assertThat(graph.variables().all())
          .extracting("name")
          .containsExactly("up/kernel", "more/kernel", "more/bias");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void doublesImagesWhoseSizeIsOnlyKnownWhenTheGraphRuns(Upsampling upsampling) {
    try (var graph = new TestGraph()) {
      var images = Scattered.images(graph, "x", 1, 3, 5, 3);
      var x = graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, -1, -1, 3)));
      var layers = graph.layers("up", Phase.TRAINING);
      var known = upsampling.build(layers, images, 2, true);
      var unknown = upsampling.build(layers, x, 2, true);
      graph.initialize();

      assertThat(unknown).hasShape(1, -1, -1, 2);
      try (var fed = graph.session().runner().fetch(images).run();
          var result = graph.session().runner().feed(x, fed.get(0)).fetch(unknown).run()) {
        assertThat((TFloat32) result.get(0))
            .hasShape(1, 6, 10, 2)
            .isCloseTo(graph.run(known), 1e-7);
      }
    }
  }

  /** Doubled pixels a, a, b, b, blurred by 1 : 2 : 1: a, (3a + b) / 4, (a + 3b) / 4, b. */
  @Test
  void bilinearEnlargementGoesFromPixelToPixelInQuarters() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 1, 2, 1), 0, 4);

      var layers = graph.layers("up", Phase.TRAINING);
      assertThat(graph.run(Interpolation.BILINEAR.doubled(layers, x)))
          .containsExactly(0, 1, 3, 4, 0, 1, 3, 4);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void sendsGradientsBackToTheImageAndToEveryWeight(Upsampling upsampling) {
    try (var graph = new TestGraph()) {
      var all = new ParameterGroup("all");
      var layers = graph.layers(all.name(), Phase.TRAINING);
      var x = layers.parameter("x", Shape.of(1, 2, 3, 2), new Normal(0, 1));
      var y = upsampling.build(layers, x, 2, true);
      var weighted = graph.tf().math.mul(y, Scattered.images(graph, "weights", 1, 4, 6, 2));
      Scattered.fill(graph);

      var sum = graph.tf().reduceSum(weighted, graph.tf().constant(new int[] {0, 1, 2, 3}));
      FiniteDifferences.assertGradients(graph, all, sum, 0.1, 1e-3);
    }
  }

  private static float[] values(String name) {
    return ReferenceValues.of(UpsamplingTest.class, name);
  }
}
