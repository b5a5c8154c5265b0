package io.pix2pix.models.loss.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.models.loss.LossOnImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** Images of 2x2 pixels: upper row first. */
class NeighborLossesTest {
  private static final Shape FOUR_PIXELS = Shape.of(1, 2, 2, 1);
  private static final Shape SHAPE = Shape.of(1, 3, 4, 1);
  private static final Weight WEIGHT = Weight.constant(1);

  /** Below: 0.5 and 1, on average 0.75. Right: 0.25 and 1.25, on average 0.75. */
  @Test
  void totalVariationAddsVerticalAndHorizontalChanges() {
    assertThat(on(new TotalVariation(WEIGHT)).of(new float[4], 0, 0.25f, 0.5f, -0.75f))
        .isEqualTo(1.5f);
  }

  /**
   * The target has edges of 1 from left to right; the generated image the same edge in the upper
   * row, turned round, and one of 0.5 in the lower. Right: |1 - 1| and |1 - 0.5|, on average 0.25.
   * Below: the target has none, the generated image 1 and 0.5, on average 0.75.
   */
  @Test
  void gradientDifferenceComparesTheStrengthOfEdges() {
    var target = new float[] {0, 1, 0, 1};

    assertThat(on(new GradientDifference(1, WEIGHT)).of(target, 1, 0, 0, 0.5f)).isEqualTo(1);
    // Right: 0 and 0.25, on average 0.125. Below: 1 and 0.25, on average 0.625.
    assertThat(on(new GradientDifference(2, WEIGHT)).of(target, 1, 0, 0, 0.5f)).isEqualTo(0.75f);
  }

  /**
   * The condition is -y, of which only the upper right pixel differs, by 0.5: with a deviation of
   * 0.5, w = exp(-0.5) for pairs with it and 1 for others. G is 0, so a pair differs from the
   * target by 0.5 if the pixel is in it, and not at all if not. Each of four directions has its
   * mean: right (w 0.5 + 0) / 2, below (w 0.5 + 0) / 2, the diagonal to the left w 0.5, that to the
   * right 0.
   */
  @Test
  void theFieldWeighsPairsByTheConditionAndComparesThemWithTheTarget() {
    var loss = new ConditionalRandomField(1, 0.5, true, WEIGHT);
    double w = Math.exp(-0.5);

    assertThat(on(loss).of(new float[] {0, 0.5f, 0, 0}, 0, 0, 0, 0))
        .isCloseTo((float) (w * (0.25 + 0.25 + 0.5) / 4), within(1e-6f));
  }

  /** Nothing to compare with: the condition is flat, w = 1, and pairs differ by 0.5 as above. */
  @Test
  void withoutATargetTheFieldSmoothes() {
    var loss = new ConditionalRandomField(1, 0.5, false, WEIGHT);

    assertThat(on(loss).of(new float[4], 0, 0.5f, 0, 0)).isEqualTo(0.25f);
  }

  @Test
  void imagesThatEqualTheTargetCostNothing() {
    for (var loss :
        new Loss[] {
          new GradientDifference(1, WEIGHT), new ConditionalRandomField(2, 0.2, true, WEIGHT)
        }) {
      var wave = LossOnImages.wave(SHAPE);
      assertThat(new LossOnImages(loss, SHAPE).of(wave, wave)).isZero();
    }
  }

  @Test
  void theGradientOfTotalVariationIsRight() {
    new LossOnImages(new TotalVariation(WEIGHT), SHAPE).requireGradient(1e-2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theGradientOfGradientDifferenceIsRight(int power) {
    new LossOnImages(new GradientDifference(power, WEIGHT), SHAPE).requireGradient(1e-2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theGradientOfTheFieldIsRight(boolean target) {
    var loss = new ConditionalRandomField(2, 0.5, target, WEIGHT);

    new LossOnImages(loss, SHAPE).requireGradient(1e-2);
  }

  private static LossOnImages on(Loss loss) {
    return new LossOnImages(loss, FOUR_PIXELS);
  }
}
