package io.pix2pix.models.discriminator;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Variable;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.LayerNormalization;
import io.pix2pix.testing.ReferenceValues;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class DiscriminatorTest {
  private static final BatchNormalization BATCH = new BatchNormalization(1e-5);

  /**
   * Parameters and maps follow from the paper's layers, with three channels each of condition and
   * image.
   */
  @ParameterizedTest
  @CsvSource({
    "16, 126, 139585",
    "34, 62, 666433",
    "70, 30, 2768705",
    "142, 14, 6964033",
    "286, 6, 11159361",
    "574, 2, 15354689"
  })
  void patchHasTheMapAndTheParametersOfThePaper(int field, int map, long parameters) {
    assertIs(new PatchGan(field, 64, true, BATCH, false), map, parameters);
  }

  @Test
  void imageIsAPatchOf286() {
    assertIs(new ImageGan(64, true, BATCH, false), 6, 11_159_361);
  }

  @Test
  void pixelHasALogitForEachPixel() {
    assertIs(new PixelGan(64, true, BATCH, false), 256, 9_025);
  }

  @Test
  void givesTheFeaturesOfEveryInnerLayer() {
    try (var graph = new TestGraph()) {
      var features = judge(graph, new PatchGan(34, 8, true, BATCH, false), 64).features();

      assertThat(features).hasSize(3);
      assertThat(features.get(0)).hasShape(1, 32, 32, 8);
      assertThat(features.get(2)).hasShape(1, 15, 15, 32);
    }
  }

  @Test
  void refusesAnImageOfWhichNothingIsLeft() {
    try (var graph = new TestGraph()) {
      assertThatThrownBy(() -> judge(graph, new PatchGan(286, 8, true, BATCH, false), 64))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a discriminator with a receptive field of 286 needs images of at least 96x96 pixels,"
                  + " not 64x64; take a smaller one such as patch with receptiveField: 142, or"
                  + " larger images");
    }
  }

  @Test
  void refusesAReceptiveFieldThatNoStackHas() {
    try (var graph = new TestGraph()) {
      assertThatThrownBy(() -> judge(graph, new PatchGan(71, 8, true, BATCH, false), 64))
          .hasMessageContaining("16, 34, 70, 142, 286, 574, not 71");
    }
  }

  /** Every number of what PyTorch 2.13's AvgPool2d(3, 2, 1, count_include_pad=False) makes. */
  @Test
  void theCoarserScalesSeeAveragesThatCountNoPadding() {
    try (var graph = new TestGraph()) {
      var layers = graph.layers("discriminator", Phase.TRAINING);
      var even = AveragePooling.halved(layers, Scattered.images(graph, "x", 2, 4, 6, 2));
      var odd = AveragePooling.halved(layers, Scattered.images(graph, "x", 1, 5, 3, 2));

      assertThat(graph.run(even)).containsExactly(values("averages of 4x6"), Offset.offset(1e-6f));
      assertThat(graph.run(odd)).containsExactly(values("averages of 5x3"), Offset.offset(1e-6f));
    }
  }

  /** 62 logits a side at 256 pixels and 30 at 128: 34 and 2 (34 - 1) + 3 = 69 pixels each. */
  @Test
  void multiScaleJudgesTheImageAndItsHalfWithWeightsOfTheirOwn() {
    try (var graph = new TestGraph()) {
      var multiScale = new MultiScale(2, new PatchGan(34, 8, false, BATCH, false));
      var scales = build(graph, multiScale, 256).scales();

      assertThat(multiScale.receptiveField()).isEqualTo(69);
      assertThat(multiScale.conditional()).isFalse();
      assertThat(scales).hasSize(2);
      assertThat(scales.get(0).logits()).hasShape(1, 62, 62, 1);
      assertThat(scales.get(1).logits()).hasShape(1, 30, 30, 1);
      assertThat(graph.variables().all())
          .extracting("name")
          .contains("discriminator/scale1/layer1/kernel", "discriminator/scale2/layer1/kernel");
    }
  }

  @Test
  void multiScaleRefusesAnImageOfWhichNothingIsLeftAtAScale() {
    try (var graph = new TestGraph()) {
      var multiScale = new MultiScale(3, new PatchGan(70, 8, true, BATCH, false));

      assertThatThrownBy(() -> build(graph, multiScale, 64))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "scale 3 of 3: a discriminator with a receptive field of 70 needs images of at least"
                  + " 24x24 pixels, not 16x16; take a smaller one such as patch with"
                  + " receptiveField: 34, or larger images");
    }
  }

  @Test
  void mixesImagesIfItsNormalizationDoes() {
    var layer = new LayerNormalization(1e-5);
    assertThat(new PatchGan(70, 8, true, BATCH, false).mixesImages()).isTrue();
    assertThat(new PatchGan(70, 8, true, layer, false).mixesImages()).isFalse();
    assertThat(new MultiScale(2, new PixelGan(8, true, BATCH, false)).mixesImages()).isTrue();
    assertThat(new MultiScale(2, new ImageGan(8, true, layer, false)).mixesImages()).isFalse();
  }

  /** One for each of the convolutions: stacked ones have halvings, one more, and the logits. */
  @ParameterizedTest
  @MethodSource("spectral")
  void spectralNormalizationConcernsEveryConvolution(Discriminator discriminator, int layers) {
    try (var graph = new TestGraph()) {
      build(graph, discriminator, 128);

      assertThat(graph.variables().all())
          .filteredOn(variable -> variable.name().endsWith("/singular-vector"))
          .hasSize(layers);
    }
  }

  static Stream<Arguments> spectral() {
    return Stream.of(
        Arguments.of(new PixelGan(2, true, BATCH, true), 3),
        Arguments.of(new PatchGan(70, 2, true, BATCH, true), 5),
        Arguments.of(new ImageGan(2, true, BATCH, true), 7),
        Arguments.of(new PatchGan(70, 2, true, BATCH, false), 0));
  }

  private static void assertIs(Discriminator discriminator, int map, long parameters) {
    try (var graph = new TestGraph()) {
      var scale = judge(graph, discriminator, 256);

      assertThat(scale.logits()).hasShape(1, map, map, 1);
      assertThat(
              graph.variables().all().stream()
                  .filter(Variable::trained)
                  .mapToLong(Variable::size)
                  .sum())
          .isEqualTo(parameters);
    }
  }

  private static DiscriminatorOutput.Scale judge(
      TestGraph graph, Discriminator discriminator, int size) {
    return build(graph, discriminator, size).scales().get(0);
  }

  private static DiscriminatorOutput build(TestGraph graph, Discriminator discriminator, int size) {
    Operand<TFloat32> input =
        graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, size, size, 6)));
    return discriminator.build(graph.layers("discriminator", Phase.TRAINING), input);
  }

  private static float[] values(String name) {
    return ReferenceValues.of(DiscriminatorTest.class, name);
  }
}
