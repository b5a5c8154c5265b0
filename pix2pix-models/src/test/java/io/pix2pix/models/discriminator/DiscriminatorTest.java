package io.pix2pix.models.discriminator;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.Discriminator;
import io.pix2pix.api.game.Judgement;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Variable;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.testing.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

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
                  + " not 64x64; give it a smaller one such as receptiveField: 142, or larger images");
    }
  }

  @Test
  void refusesAReceptiveFieldThatNoStackHas() {
    try (var graph = new TestGraph()) {
      assertThatThrownBy(() -> judge(graph, new PatchGan(71, 8, true, BATCH, false), 64))
          .hasMessageContaining("16, 34, 70, 142, 286, 574, not 71");
    }
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

  private static Judgement.Scale judge(TestGraph graph, Discriminator discriminator, int size) {
    Operand<TFloat32> input =
        graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, size, size, 6)));
    return discriminator
        .build(graph.layers("discriminator", Phase.TRAINING), input)
        .scales()
        .get(0);
  }
}
