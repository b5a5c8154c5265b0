package io.pix2pix.models.normalization;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Phase;
import io.pix2pix.models.Scattered;
import io.pix2pix.testing.ReferenceValues;
import io.pix2pix.testing.TestGraph;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class NormalizationTest {
  private static final Normalization GROUP = new GroupNormalization(3, 1e-5);

  /**
   * Every 23rd number of what PyTorch 2.13 makes of the same images and weights: {@code
   * InstanceNorm2d(6)}, {@code GroupNorm(3, 6)} and {@code GroupNorm(1, 6)}.
   */
  static Stream<Arguments> references() {
    return Stream.of(
        Arguments.of(new InstanceNormalization(1e-5), values("instance")),
        Arguments.of(GROUP, values("group")),
        Arguments.of(new LayerNormalization(1e-5), values("layer")));
  }

  @ParameterizedTest
  @MethodSource("references")
  void givesTheValuesOfPyTorch(Normalization normalization, float[] expected) {
    try (var graph = new TestGraph()) {
      var y = normalization.build(graph.layers("n", Phase.TRAINING), images(graph));
      Scattered.fill(graph);

      assertThat(Scattered.every(23, graph.run(y))).containsExactly(expected, Offset.offset(1e-5f));
    }
  }

  static Stream<Normalization> all() {
    return Stream.of(
        new BatchNormalization(1e-5),
        new InstanceNormalization(1e-5),
        GROUP,
        new LayerNormalization(1e-5),
        new NoNormalization());
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhetherAnImageDependsOnTheOthersOfTheBatch(Normalization normalization) {
    try (var graph = new TestGraph()) {
      var layers = graph.layers("n", Phase.TRAINING);
      var together = firstOf(graph, normalization.build(layers, images(graph)));
      var alone = normalization.build(layers, firstOf(graph, images(graph)));
      graph.initialize();

      boolean depends = !Arrays.equals(graph.run(together), graph.run(alone));
      assertThat(normalization.mixesImages()).isEqualTo(depends);
    }
  }

  @Test
  void oneGroupIsALayerAndAGroupForEachChannelAnInstance() {
    assertThat(initially(new GroupNormalization(1, 1e-5)))
        .containsExactly(initially(new LayerNormalization(1e-5)));
    assertThat(initially(new GroupNormalization(32, 1e-5)))
        .as("6 channels")
        .containsExactly(initially(new GroupNormalization(6, 1e-5)))
        .containsExactly(initially(new InstanceNormalization(1e-5)));
  }

  @Test
  void refusesChannelsThatCannotBeDividedIntoTheGroups() {
    assertThatThrownBy(() -> initially(new GroupNormalization(4, 1e-5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "6 channels cannot be divided into 4 groups of group normalization; give it groups: 3,"
                + " or filters that are a multiple of 4");
  }

  @Test
  void normalizesImagesWhoseSizeIsOnlyKnownWhenTheGraphRuns() {
    try (var graph = new TestGraph()) {
      var images = images(graph);
      var x = graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(2, -1, -1, 6)));
      var layers = graph.layers("n", Phase.TRAINING);
      var known = GROUP.build(layers, images);
      var unknown = GROUP.build(layers, x);
      graph.initialize();

      try (var fed = graph.session().runner().fetch(images).run();
          var result = graph.session().runner().feed(x, fed.get(0)).fetch(unknown).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(graph.run(known), 1e-6);
      }
    }
  }

  private static float[] initially(Normalization normalization) {
    try (var graph = new TestGraph()) {
      var y = normalization.build(graph.layers("n", Phase.TRAINING), images(graph));
      return graph.initialize().run(y);
    }
  }

  private static Operand<TFloat32> images(TestGraph graph) {
    return Scattered.images(graph, "x", 2, 4, 6, 6);
  }

  private static Operand<TFloat32> firstOf(TestGraph graph, Operand<TFloat32> images) {
    var tf = graph.tf();
    return tf.slice(
        images, tf.constant(new int[] {0, 0, 0, 0}), tf.constant(new int[] {1, 4, 6, 6}));
  }

  private static float[] values(String name) {
    return ReferenceValues.of(NormalizationTest.class, name);
  }
}
