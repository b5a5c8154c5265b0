package io.pix2pix.models.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** Two pixels of two channels; differences 0.5 and 1 of the first, 2 and 2 of the second. */
class MaskedLossesTest {
  private static final Shape IMAGES = Shape.of(1, 1, 2, 2);
  private static final Shape MASK = Shape.of(1, 1, 2, 1);

  private static float value(Loss loss, float first, float second) {
    try (var graph = new TestGraph()) {
      var context =
          TestLossContext.of(
                  graph,
                  graph.constant(IMAGES, 0, 0, 0, 0),
                  graph.constant(IMAGES, 1, 1, 1, -1),
                  graph.constant(IMAGES, 0.5f, 0, -1, 1))
              .withMask(graph.constant(MASK, first, second));
      return graph.scalar(loss.terms().get(0).value().in(context));
    }
  }

  @Test
  void meansAreOverPixelsThatCount() {
    assertThat(value(new L1(1), 1, 0)).isEqualTo(0.75f);
    assertThat(value(new L2(1), 1, 0)).isEqualTo((0.25f + 1) / 2);
    assertThat(value(new Charbonnier(0.001, Weight.constant(1)), 0, 1)).isEqualTo(2, within(1e-5f));
  }

  @Test
  void aPixelCountsAsMuchAsTheMaskSays() {
    // (0.75 + 0.5 * 2) / 1.5
    assertThat(value(new L1(1), 1, 0.5f)).isEqualTo(1.75f / 1.5f, within(1e-6f));
  }

  @Test
  void nothingIsLostWhereNothingCounts() {
    assertThat(value(new L1(1), 0, 0)).isZero();
  }
}
