package io.pix2pix.bench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Differences of 1 and 0.2 on the scale of [-1, 1] are 0.5 and 0.1 on that of [0, 1]. */
class MetricsTest {
  private static final Image TARGET = image(0, 0.5f);
  private static final Image GENERATED = image(1, 0.3f);
  private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

  @Test
  void meanAbsoluteErrorIsOnTheScaleFromZeroToOne() {
    assertThat(new MeanAbsoluteError().measure(GENERATED, TARGET)).isCloseTo(0.3, ROUNDING);
  }

  @Test
  void peakSignalToNoiseIsTenTimesTheLogarithmOfTheInverseMeanSquare() {
    assertThat(new PeakSignalToNoise().measure(GENERATED, TARGET))
        .isCloseTo(10 * Math.log10(1 / 0.13), ROUNDING);
  }

  @Test
  void peakSignalToNoiseOfEqualImagesIsInfinite() {
    assertThat(new PeakSignalToNoise().measure(TARGET, TARGET)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void refusesImagesOfDifferentShapes() {
    var larger = Image.of(new ImageShape(2, 2, 1), new float[4]);

    assertThatThrownBy(() -> new MeanAbsoluteError().measure(larger, TARGET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2x2x1 and 2x1x1");
  }

  private static Image image(float... values) {
    return Image.of(new ImageShape(1, 2, 1), values);
  }
}
