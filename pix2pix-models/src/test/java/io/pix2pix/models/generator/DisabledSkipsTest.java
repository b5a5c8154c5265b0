package io.pix2pix.models.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Phase;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.testing.TestGraph;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class DisabledSkipsTest {
  private static final BatchNormalization BATCH = new BatchNormalization(1e-5);

  @Test
  void withAllSkipsSeveredTheUnetIsTheEncoderDecoder() {
    assertThat(picture(Hourglasses.unet(4, 2, BATCH, 1, 2, 3)))
        .containsExactly(picture(Hourglasses.encoderDecoder(4, 2, BATCH)))
        .isNotEqualTo(picture(Hourglasses.unet(4, 2, BATCH)));
  }

  /** Filters are 2, 4, 8, 16; where a skip joins, the layer above takes twice the channels. */
  @Test
  void onlyTheLayerAboveASeveredLevelTakesFewerChannels() {
    try (var graph = new TestGraph()) {
      build(graph, Hourglasses.unet(4, 2, BATCH, 2));

      assertThat(channelsInto(graph, "decoder3")).as("level 3, joined").isEqualTo(16);
      assertThat(channelsInto(graph, "decoder2")).as("level 2, severed").isEqualTo(4);
      assertThat(channelsInto(graph, "decoder1")).as("level 1, joined").isEqualTo(4);
    }
  }

  @Test
  void refusesALevelWithoutASkip() {
    assertThatThrownBy(() -> Hourglasses.unet(4, 2, BATCH, 1, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "disabledSkips: there is no skip connection at level 4; must be from 1 to 3, as levels"
                + " is 4");
    assertThatThrownBy(() -> Hourglasses.unet(4, 2, BATCH, 0))
        .hasMessageContaining("no skip connection at level 0");
  }

  private static float[] picture(Generator generator) {
    try (var graph = new TestGraph()) {
      var x = Scattered.images(graph, "x", 2, 16, 32, 3);
      var y = generator.build(graph.layers("generator", Phase.TRAINING), x, 3);
      Scattered.fill(graph);
      return graph.run(y);
    }
  }

  private static void build(TestGraph graph, Generator generator) {
    var x = graph.constant(Shape.of(1, 16, 16, 3), new float[16 * 16 * 3]);
    generator.build(graph.layers("generator", Phase.TRAINING), x, 3);
  }

  private static long channelsInto(TestGraph graph, String layer) {
    return graph.variables().all().stream()
        .filter(variable -> variable.name().equals("generator/" + layer + "/kernel"))
        .mapToLong(variable -> variable.shape().get(2))
        .findFirst()
        .orElseThrow();
  }
}
