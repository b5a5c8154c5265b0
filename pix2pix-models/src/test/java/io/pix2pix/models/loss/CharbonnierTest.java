package io.pix2pix.models.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.loss.Weight;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class CharbonnierTest {
  private static final Shape TWO_PIXELS = Shape.of(1, 1, 2, 1);

  /** Differences 0.4 and 0 with epsilon 0.3: sqrt(0.16 + 0.09) = 0.5 and 0.3, on average 0.4. */
  @Test
  void isTheMeanDistanceRoundedByEpsilon() {
    assertThat(on(0.3, TWO_PIXELS).of(new float[] {0.5f, 1}, 0.1f, 1))
        .isCloseTo(0.4f, within(1e-6f));
  }

  @Test
  void hasASlopeWithoutEdges() {
    on(0.1, Shape.of(1, 3, 3, 1)).requireGradient(1e-3);
  }

  @Test
  void restsWhereImagesAreEqual() {
    var shape = Shape.of(1, 2, 2, 1);
    on(0.1, shape).gradient().isZero(shape, LossOnImages.wave(shape), 0);
  }

  @Test
  void refusesToBeL1() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> on(0, TWO_PIXELS))
        .withMessage("epsilon must be more than 0, not 0.0");
  }

  private static LossOnImages on(double epsilon, Shape shape) {
    return new LossOnImages(new Charbonnier(epsilon, Weight.constant(1)), shape);
  }
}
