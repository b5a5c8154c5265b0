package io.pix2pix.models.discriminator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Finds by gradients which pixels a logit depends on, on an image larger than the field, with
 * running statistics.
 */
class ReceptiveFieldTest {
  private static final BatchNormalization BATCH = new BatchNormalization(1e-5);

  static Stream<Discriminator> discriminators() {
    return Stream.concat(
        Stream.of(16, 34, 70, 142, 286, 574)
            .map(field -> new PatchGan(field, 2, true, BATCH, false)),
        Stream.of(
            new PixelGan(2, true, BATCH, false),
            new ImageGan(2, true, BATCH, false),
            new MultiScale(3, new PatchGan(16, 2, true, BATCH, false))));
  }

  @ParameterizedTest
  @MethodSource("discriminators")
  void aLogitDependsOnASquareOfTheStatedSize(Discriminator discriminator) {
    int size = discriminator.receptiveField() + 70;
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var x =
          tf.math.sin(
              tf.reshape(
                  tf.range(tf.constant(0f), tf.constant((float) size * size * 2), tf.constant(1f)),
                  tf.constant(Shape.of(1, size, size, 2))));
      var layers = graph.layers("discriminator", Phase.translation(Statistics.RUNNING, false));
      var scales = discriminator.build(layers, x).scales();
      var logits = scales.get(scales.size() - 1).logits();
      int middle = (int) logits.shape().get(1) / 2;
      var logit =
          tf.slice(
              logits,
              tf.constant(new int[] {0, middle, middle, 0}),
              tf.constant(new int[] {1, 1, 1, 1}));
      var gradient =
          graph.graph().addGradients(logit.asOutput(), new Output<?>[] {x.asOutput()})[0];
      graph.initialize();

      @SuppressWarnings("unchecked") // the gradient of a float is a float
      var influence = graph.run((Output<TFloat32>) gradient);

      assertThat(extent(influence, size, true))
          .as("height")
          .isEqualTo(discriminator.receptiveField());
      assertThat(extent(influence, size, false))
          .as("width")
          .isEqualTo(discriminator.receptiveField());
    }
  }

  private static int extent(float[] influence, int size, boolean vertical) {
    int first = size;
    int last = -1;
    for (int i = 0; i < influence.length; i++) {
      if (influence[i] != 0) {
        int at = vertical ? i / (2 * size) : i / 2 % size;
        first = Math.min(first, at);
        last = Math.max(last, at);
      }
    }
    return last - first + 1;
  }
}
