package io.pix2pix.models.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Variable;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.testing.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Counts follow from the paper's layers: bias on the last convolution only, no normalization of the
 * bottleneck.
 */
class ParameterCountTest {
  private static final BatchNormalization BATCH = new BatchNormalization(1e-5);

  @Test
  void unetOfEightLevelsHasTheParametersOfThePort() {
    assertThat(count(Hourglasses.unet(8, 64, BATCH), 256)).isEqualTo(54_413_955);
  }

  @Test
  void unetOfSevenLevelsHasTheParametersOfThePort() {
    assertThat(count(Hourglasses.unet(7, 64, BATCH), 128)).isEqualTo(41_828_995);
  }

  @Test
  void encoderDecoderHasFewerAsNothingIsJoined() {
    assertThat(count(Hourglasses.encoderDecoder(8, 64, BATCH), 256)).isEqualTo(39_075_459);
  }

  /**
   * Counted by PyTorch 2.13 in the same layers; bias in the last convolution and, here, before
   * instance norm.
   */
  @ParameterizedTest
  @CsvSource({
    "6, batch, 7841411",
    "9, batch, 11383427",
    "6, instance, 7837699",
    "9, instance, 11378179"
  })
  void resnetHasTheParametersOfThePort(int blocks, String normalization, long expected) {
    var norm = normalization.equals("batch") ? BATCH : new InstanceNormalization(1e-5);
    var resnet = new Resnet(blocks, 64, norm, 0.5, new TransposedUpsampling(3), false);
    assertThat(count(resnet, 256)).isEqualTo(expected);
  }

  private static long count(Generator generator, int size) {
    try (var graph = new TestGraph()) {
      var x = graph.tf().placeholder(TFloat32.class, shaped(size));
      generator.build(graph.layers("generator", Phase.TRAINING), x, 3);
      return graph.variables().all().stream()
          .filter(Variable::trained)
          .mapToLong(Variable::size)
          .sum();
    }
  }

  private static Placeholder.Options shaped(int size) {
    return Placeholder.shape(Shape.of(1, size, size, 3));
  }
}
