package io.pix2pix.models.loss.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.models.features.DiscriminatorFeatures;
import io.pix2pix.models.features.PixelFeatures;
import io.pix2pix.models.features.RandomFeatures;
import io.pix2pix.models.loss.LossOnImages;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Features are the pixels themselves where nothing else is said. */
class FeatureLossesTest {
  private static final Weight WEIGHT = Weight.constant(1);
  private static final Features PIXELS = new PixelFeatures(1, 1);
  private static final Shape WAVES = Shape.of(1, 4, 3, 2);
  private static final Shape TWO_PIXELS = Shape.of(1, 1, 2, 1);

  /** Differences of the maps of D: |1 - 0.5| and |-1 - 1|, squared |1 - 0.25| and |1 - 1|. */
  @Test
  void featureMatchingAddsUpTheMeanDifferencesOfAllMaps() {
    var loss = new FeatureMatching(new DiscriminatorFeatures(), WEIGHT);

    assertThat(new LossOnImages(loss, TWO_PIXELS).of(new float[] {1, -1}, 0.5f, 1))
        .isEqualTo(1.25f + 0.375f);
  }

  /** (1 + 1) / (1 channel 2 places) = 1 and (0.25 + 0.75^2) / 2 = 0.40625; squared 0.59375. */
  @Test
  void gramComparesProductsWhereverTheyAre() {
    var loss = new LossOnImages(new Gram(PIXELS, WEIGHT), TWO_PIXELS);

    assertThat(loss.of(new float[] {1, -1}, 0.5f, 0.75f)).isEqualTo(0.59375f * 0.59375f);
    assertThat(loss.of(new float[] {1, 0.5f}, 0.5f, 1)).isZero();
  }

  /** Means 0 and 0.5, variances (n - 1) 2 and 0.5: (2 - 0.5)^2 / 4 + 0.5^2. */
  @Test
  void covarianceComparesMeansAndVariances() {
    var loss = new LossOnImages(new Covariance(PIXELS, WEIGHT), TWO_PIXELS);

    assertThat(loss.of(new float[] {1, -1}, 0, 1)).isEqualTo(0.5625f + 0.25f);
    assertThat(loss.of(new float[] {1, 0.5f}, 0.5f, 1)).isZero();
  }

  /**
   * The target's pixels are (1, 0) and (0, 0.5). Without their mean, nearest to (0.5, 0) is the
   * first, at 0.5 and 0; to (0.1, 0.5), by the angle, the second, at 0.1 and 0. On average (0.25 +
   * 0.01) / 4.
   */
  @Test
  void nearestPatchDrawsEachPatchToTheOneThatIsMostLikeIt() {
    var loss = new NearestPatch(PIXELS, 1024, WEIGHT);
    var images = new LossOnImages(loss, Shape.of(1, 1, 2, 2));

    assertThat(images.of(new float[] {1, 0, 0, 0.5f}, 0.5f, 0, 0.1f, 0.5f))
        .isCloseTo(0.065f, within(1e-6f));
    assertThat(images.of(new float[] {1, 0, 0, 0.5f}, 0, 0.5f, 1, 0)).isZero();
  }

  /** PyTorch 2.13 in float64, the formulas of each class written down in torch's own functions. */
  @Test
  void agreeWithAReference() {
    assertThat(new LossOnImages(new Gram(PIXELS, WEIGHT), WAVES).ofWaves())
        .isCloseTo(0.0337651f, within(1e-6f));
    assertThat(new LossOnImages(new Covariance(PIXELS, WEIGHT), WAVES).ofWaves())
        .isCloseTo(0.0145632f, within(1e-6f));
    assertThat(new LossOnImages(new NearestPatch(PIXELS, 1024, WEIGHT), WAVES).ofWaves())
        .isCloseTo(0.0879619f, within(1e-6f));
    assertThat(new LossOnImages(new Contextual(PIXELS, 1024, 0.5, WEIGHT), WAVES).ofWaves())
        .isCloseTo(0.387838f, within(1e-4f));
  }

  static Stream<Loss> losses() {
    var random = new RandomFeatures(2, 3, 1);
    var squares = new PixelFeatures(2, 1);
    return Stream.of(
        new FeatureMatching(new DiscriminatorFeatures(), WEIGHT),
        new FeatureMatching(random, WEIGHT),
        new Gram(random, WEIGHT),
        new Gram(new DiscriminatorFeatures(), WEIGHT),
        new Covariance(squares, WEIGHT),
        new Covariance(random, WEIGHT),
        new NearestPatch(squares, 1024, WEIGHT),
        new NearestPatch(random, 4, WEIGHT),
        new Contextual(squares, 1024, 1, WEIGHT),
        new Contextual(random, 4, 1, WEIGHT));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theGradientIsRight(Loss loss) {
    new LossOnImages(loss, Shape.of(1, 5, 6, 2)).requireGradient(3e-2);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void everyImageOfABatchCountsTheSame(Loss loss) {
    var two = Shape.of(2, 4, 4, 1);
    var wave = LossOnImages.wave(two);
    var half = new LossOnImages(loss, Shape.of(1, 4, 4, 1));
    var other = LossOnImages.disturbedWave(two);

    float mean = (half.of(first(wave), first(other)) + half.of(second(wave), second(other))) / 2;
    assertThat(new LossOnImages(loss, two).of(wave, other)).isCloseTo(mean, within(1e-5f));
  }

  private static float[] first(float[] batch) {
    return Arrays.copyOf(batch, batch.length / 2);
  }

  private static float[] second(float[] batch) {
    return Arrays.copyOfRange(batch, batch.length / 2, batch.length);
  }
}
