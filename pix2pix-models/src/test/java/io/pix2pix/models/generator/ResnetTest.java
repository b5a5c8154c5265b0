package io.pix2pix.models.generator;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.testing.ReferenceValues;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
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
class ResnetTest {
  private static final Normalization BATCH = new BatchNormalization(1e-5);
  private static final Normalization INSTANCE = new InstanceNormalization(1e-5);

  /**
   * Every 149th number of what PyTorch 2.13 makes of the same images and weights with the layers of
   * the port's ResnetGenerator: 2 filters, dropout layers of probability 0.
   */
  static Stream<Arguments> references() {
    return Stream.of(
        Arguments.of(
            6,
            "batch",
            Statistics.BATCH,
            values("6 blocks, batch normalization, batch statistics")),
        Arguments.of(
            6,
            "batch",
            Statistics.RUNNING,
            values("6 blocks, batch normalization, running statistics")),
        Arguments.of(6, "instance", Statistics.BATCH, values("6 blocks, instance normalization")),
        Arguments.of(
            9,
            "batch",
            Statistics.BATCH,
            values("9 blocks, batch normalization, batch statistics")),
        Arguments.of(
            9,
            "batch",
            Statistics.RUNNING,
            values("9 blocks, batch normalization, running statistics")),
        Arguments.of(9, "instance", Statistics.BATCH, values("9 blocks, instance normalization")));
  }

  @ParameterizedTest
  @MethodSource("references")
  void givesThePicturesOfThePort(
      int blocks, String normalization, Statistics statistics, float[] expected) {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 2, 16, 24, 3);
      var resnet = resnet(blocks, normalization.equals("batch") ? BATCH : INSTANCE);
      var layers = graph.layers("generator", new Phase(statistics, false, false, false));
      var y = resnet.build(layers, x, 2);
      Scattered.fill(graph);

      assertThat(y).hasShape(2, 16, 24, 2);
      assertThat(Scattered.every(149, graph.run(y)))
          .containsExactly(expected, Offset.offset(1e-5f));
    }
  }

  @Test
  void namesItsWeightsByLayerAndHasABiasWhereTheNormalizationHasNoOffset() {
    assertThat(names(BATCH))
        .containsExactly(
            "first/kernel",
            "first/normalization/scale",
            "first/normalization/offset",
            "down1/kernel",
            "down1/normalization/scale",
            "down1/normalization/offset",
            "down2/kernel",
            "down2/normalization/scale",
            "down2/normalization/offset",
            "block1/convolution1/kernel",
            "block1/convolution1/normalization/scale",
            "block1/convolution1/normalization/offset",
            "block1/convolution2/kernel",
            "block1/convolution2/normalization/scale",
            "block1/convolution2/normalization/offset",
            "up1/kernel",
            "up1/normalization/scale",
            "up1/normalization/offset",
            "up2/kernel",
            "up2/normalization/scale",
            "up2/normalization/offset",
            "last/kernel",
            "last/bias");
    assertThat(names(INSTANCE))
        .contains("first/bias", "block1/convolution2/bias", "up2/bias", "last/bias");
  }

  @Test
  void dropsWithinEachBlockAndNowhereElse() {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 1, 8, 8, 3);
      var noisy = new Resnet(2, 2, INSTANCE, 0.5, new TransposedUpsampling(3), false);
      noisy.build(graph.layers("generator", Phase.TRAINING), x, 3);

      assertThat(Drawings.in(graph))
          .hasSize(2)
          .allMatch(name -> name.contains("block") && name.contains("convolution1"));
    }
  }

  @Test
  void takesImagesWhoseSizeIsOnlyKnownWhenTheGraphRuns() {
    try (var graph = new TestGraph()) {
      var images = Scattered.images(graph, "x", 1, 8, 12, 3);
      var x = graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, -1, -1, 3)));
      var layers = graph.layers("generator", Phase.TRAINING);
      var known = resnet(1, INSTANCE).build(layers, images, 3);
      var unknown = resnet(1, INSTANCE).build(layers, x, 3);
      Scattered.fill(graph);

      assertThat(unknown).hasShape(1, -1, -1, 3);
      try (var fed = graph.session().runner().fetch(images).run();
          var result = graph.session().runner().feed(x, fed.get(0)).fetch(unknown).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(graph.run(known), 1e-6);
      }
    }
  }

  @Test
  void needsTwoPixelsToMirrorWhereTheImageIsSmallest() {
    assertThat(resnet(1, BATCH).smallestSize()).isEqualTo(8);
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 1, 4, 8, 3);
      var layers = graph.layers("generator", Phase.TRAINING);

      assertThatThrownBy(() -> resnet(1, BATCH).build(layers, x, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[1, 1, 2, 8] is too small to be mirrored");
    }
  }

  /**
   * Sums of the absolute values of the gradients that PyTorch 2.13 finds, of the sum of all numbers
   * of the picture, each times one of {@code r}.
   */
  @Test
  void hasTheGradientsOfThePort() {
    var expected =
        ImmutableMap.of(
            "first", 778.7537,
            "down2", 384.9906,
            "block3/convolution2", 173.2205,
            "up1", 309.0962,
            "up2", 179.8785,
            "last", 1035.122);
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var x = Scattered.images(graph, "x", 2, 16, 24, 3);
      var y = resnet(6, BATCH).build(graph.layers("generator", Phase.TRAINING), x, 2);
      Scattered.fill(graph);
      var weighted = tf.math.mul(y, Scattered.images(graph, "r", 2, 16, 24, 2));
      var sum = tf.reduceSum(weighted, tf.constant(new int[] {0, 1, 2, 3}));

      var kernels = expected.keySet().stream().map(layer -> kernel(graph, layer)).toList();
      var gradients =
          new GraphGradients(graph.graph()).of(sum, ImmutableList.copyOf(kernels)).iterator();
      expected.forEach(
          (layer, value) ->
              assertThat(absoluteSum(graph.run(gradients.next())))
                  .as(layer)
                  .isCloseTo(value, Percentage.withPercentage(0.01)));
    }
  }

  private static Operand<TFloat32> kernel(TestGraph graph, String layer) {
    return graph.variables().parametersOf(ParameterGroup.GENERATOR).stream()
        .filter(variable -> variable.name().equals("generator/" + layer + "/kernel"))
        .map(graph.snapshot()::value)
        .findFirst()
        .orElseThrow();
  }

  private static double absoluteSum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  private static Resnet resnet(int blocks, Normalization normalization) {
    return new Resnet(blocks, 2, normalization, 0, new TransposedUpsampling(3), false);
  }

  private static Stream<String> names(Normalization normalization) {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 1, 8, 8, 3);
      resnet(1, normalization).build(graph.layers("generator", Phase.TRAINING), x, 3);
      return graph.variables().all().stream()
          .filter(Variable::trained)
          .map(variable -> variable.name().substring("generator/".length()));
    }
  }

  private static float[] values(String name) {
    return ReferenceValues.of(ResnetTest.class, name);
  }
}
