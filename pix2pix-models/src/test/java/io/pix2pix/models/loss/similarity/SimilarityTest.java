package io.pix2pix.models.loss.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.models.loss.LossOnImages;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

class SimilarityTest {
  private static final Weight WEIGHT = Weight.constant(1);
  private static final Shape SMALL = Shape.of(1, 8, 9, 2);

  /** exp(-1/2) : 1 : exp(-1/2), divided by their sum of 2.21306. */
  @Test
  void theWindowIsAGaussianThatSumsToOne() {
    assertThat(new GaussianWindow(3, 1).weights())
        .containsExactly(new float[] {0.2740686f, 0.4518628f, 0.2740686f}, within(1e-7f));
  }

  /**
   * A window of one pixel sees no variance, so that structure is 1 everywhere. Target 1 and
   * generated 0 are 2 and 1 when counted from 0: luminance is (4 + C) / (5 + C) with C = 0.0004.
   */
  @Test
  void comparesLuminanceFromZeroOn() {
    var loss = new StructuralSimilarityLoss(1, 1.5, WEIGHT);

    assertThat(new LossOnImages(loss, Shape.of(1, 1, 1, 1)).of(new float[] {1}, 0))
        .isCloseTo((float) (1 - 4.0004 / 5.0004), within(1e-6f));
  }

  /**
   * PyTorch 2.13 in float64: both waves brought to [0, 1], conv2d with the outer product of the
   * window for means of x, z, x*x, z*z and x*z, C1 = 0.01^2, C2 = 0.03^2, mean of l * cs.
   */
  @Test
  void agreesWithAReferenceAtTheAuthorsSettings() {
    var loss = new StructuralSimilarityLoss(11, 1.5, WEIGHT);

    assertThat(new LossOnImages(loss, Shape.of(1, 12, 13, 2)).ofWaves())
        .isCloseTo(0.206646f, within(1e-5f));
  }

  /**
   * PyTorch 2.13 in float64 as above at each scale, avg_pool2d between them. A window of 5 fits
   * into 24, 12 and 6 pixels, and the three exponents are divided by their sum of 0.6305:
   * 0.78884061^b1 0.68737476^b2 0.85653072^b3 = 0.77076.
   */
  @Test
  void cutsScalesThatAreTooSmallAndEnlargesTheExponentsOfTheOthers() {
    var loss = new MultiScaleSimilarityLoss(5, 5, 1.5, WEIGHT);

    assertThat(new LossOnImages(loss, Shape.of(1, 24, 24, 1)).ofWaves())
        .isCloseTo(0.229237f, within(1e-5f));
  }

  /** 11 pixels fit into 176 / 16, but not into 175 / 16. */
  @Test
  void usesAllScalesFrom176PixelsOn() {
    var loss = new MultiScaleSimilarityLoss(5, 11, 1.5, WEIGHT);

    assertThat(loss.usedScales(176, 200)).isEqualTo(5);
    assertThat(loss.usedScales(200, 175)).isEqualTo(4);
    assertThat(loss.usedScales(11, 11)).isEqualTo(1);
  }

  static Stream<Loss> losses() {
    return Stream.of(
        new StructuralSimilarityLoss(5, 1.5, WEIGHT), new MultiScaleSimilarityLoss(2, 4, 1.5, WEIGHT));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void equalImagesCostNothingAndStayAsTheyAre(Loss loss) {
    var wave = LossOnImages.wave(SMALL);

    assertThat(new LossOnImages(loss, SMALL).of(wave, wave)).isCloseTo(0, within(1e-6f));
    new LossOnImages(loss, SMALL).gradient().isZero(SMALL, wave, 1e-5);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theGradientIsRight(Loss loss) {
    new LossOnImages(loss, SMALL).requireGradient(3e-2);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesAnImageIntoWhichTheWindowDoesNotFit(Loss loss) {
    var images = new LossOnImages(loss, Shape.of(1, 9, 3, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(images::ofWaves)
        .withMessageEndingWith("does not fit into images of 3x9; set window to 3 or less");
  }
}
