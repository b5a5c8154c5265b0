package io.pix2pix.bench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.Metric;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Reference values are of the pictures of {@link Patterns}: SSIM by scikit-image 0.26
 * (structural_similarity with gaussian_weights, sigma 1.5, use_sample_covariance False), MS-SSIM by
 * PyTorch 2.13 (conv2d with the same window and avg_pool2d, in float64), sharpness by SciPy
 * (ndimage.laplace, inner pixels), L1 and PSNR by NumPy.
 */
class MetricsTest {
  private static final Image TARGET = Patterns.mixed(0);
  private static final Image OTHER = Patterns.mixed(1);
  private static final Image NEAR = Patterns.mixed(0.25);
  private static final Offset<Double> ROUNDING = Offset.offset(2e-6);

  @Test
  void meanAbsoluteErrorIsOnTheScaleFromZeroToOne() {
    assertThat(value(new MeanAbsoluteError(), OTHER)).isCloseTo(0.24807189542483657, ROUNDING);
  }

  @Test
  void peakSignalToNoiseIsTenTimesTheLogarithmOfTheInverseMeanSquare() {
    assertThat(value(new PeakSignalToNoiseRatio(), OTHER)).isCloseTo(9.162562498654857, ROUNDING);
  }

  @Test
  void peakSignalToNoiseOfEqualImagesIsCutSoThatAMeanStaysFinite() {
    var equal = Patterns.evaluated(TARGET, TARGET);
    var other = Patterns.evaluated(OTHER, TARGET);

    assertThat(Patterns.values(new PeakSignalToNoiseRatio(), equal)).containsExactly(100);
    // (100 + 9.16256) / 2
    assertThat(Patterns.values(new PeakSignalToNoiseRatio(), equal, other)[0])
        .isCloseTo(54.581281, ROUNDING);
  }

  @Test
  void structuralSimilarityIsThatOfScikitImage() {
    assertThat(value(new StructuralSimilarity(), OTHER)).isCloseTo(0.33374027271956, ROUNDING);
    assertThat(value(new StructuralSimilarity(), NEAR)).isCloseTo(0.90659758159029, ROUNDING);
    assertThat(value(new StructuralSimilarity(), TARGET)).isCloseTo(1, ROUNDING);
  }

  @Test
  void structuralSimilarityAtTwoScalesIsThatOfPyTorch() {
    assertThat(value(new MultiScaleSimilarity(), OTHER)).isCloseTo(0.3976267294394209, ROUNDING);
    assertThat(value(new MultiScaleSimilarity(), NEAR)).isCloseTo(0.9455670371124169, ROUNDING);
  }

  @Test
  void thereAreAsManyScalesAsTheWindowOfElevenPixelsFitsInto() {
    assertThat(MultiScaleSimilarity.scales(11)).isEqualTo(1);
    assertThat(MultiScaleSimilarity.scales(21)).isEqualTo(1);
    assertThat(MultiScaleSimilarity.scales(22)).isEqualTo(2);
    assertThat(MultiScaleSimilarity.scales(175)).isEqualTo(4);
    assertThat(MultiScaleSimilarity.scales(176)).isEqualTo(5);
    assertThat(MultiScaleSimilarity.scales(1024)).isEqualTo(5);
  }

  @Test
  void sharpnessIsTheVarianceOfTheLaplacianOfGeneratedAndRealImages() {
    assertThat(Patterns.values(new Sharpness(), Patterns.evaluated(OTHER, TARGET)))
        .containsExactly(new double[] {14368.760444612726, 9010.636223269326}, Offset.offset(0.05));
  }

  /** Draws of 0, 0.5 and 1 on the scale from 0 to 1: (0.5 + 1 + 0.5) / 3. */
  @Test
  void diversityIsTheMeanDifferenceOfAllPairsOfDraws() {
    var image =
        new EvaluatedImage("gray", gray(-1), gray(-1), gray(0), number -> gray(number - 1f));

    assertThat(Patterns.values(new Diversity(3), image)[0]).isCloseTo(2.0 / 3, ROUNDING);
  }

  /** Differences of 0.5 and 0.25 on the scale from 0 to 1; the second pixel counts half. */
  @Test
  void pixelsCountAsMuchAsTheMaskSays() {
    var shape = new ImageShape(1, 3, 1);
    var generated = Image.of(shape, new float[] {0, 0.5f, -1});
    var mask = Image.of(shape, new float[] {1, 0.5f, 0});
    var target = Image.of(shape, new float[] {1, 0, 1});
    var image =
        new EvaluatedImage(
            "masked", target, generated, target, number -> generated, Optional.of(mask));

    assertThat(Patterns.values(new MeanAbsoluteError(), image)[0])
        .isCloseTo((0.5 + 0.125) / 1.5, ROUNDING);
    assertThat(Patterns.values(new PeakSignalToNoiseRatio(), image)[0])
        .isCloseTo(-10 * Math.log10((0.25 + 0.03125) / 1.5), ROUNDING);
  }

  @Test
  void refusesImagesOfDifferentShapes() {
    var smaller = Image.of(new ImageShape(1, 1, 1), new float[1]);

    assertThatThrownBy(() -> value(new MeanAbsoluteError(), smaller))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1x1x1 and 40x48x3");
  }

  @Test
  void refusesImagesThatNoWindowFitsIntoBeforeTheFirstIsGenerated() {
    var small = Patterns.around(Patterns.evaluated(gray(0), gray(0)));

    assertThatThrownBy(() -> new StructuralSimilarity().check(small))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "pattern: 2x2 pixels; ssim looks through windows of 11x11 pixels: leave it out");
    assertThatThrownBy(() -> new MultiScaleSimilarity().check(small))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ms-ssim");
    assertThatThrownBy(() -> new Sharpness().check(small))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("3x3");
  }

  private static double value(Metric metric, Image generated) {
    return Patterns.values(metric, Patterns.evaluated(generated, TARGET))[0];
  }

  private static Image gray(float value) {
    return Image.of(new ImageShape(2, 2, 1), new float[] {value, value, value, value});
  }
}
