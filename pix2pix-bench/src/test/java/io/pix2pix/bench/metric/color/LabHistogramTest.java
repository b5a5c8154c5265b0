package io.pix2pix.bench.metric.color;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.metric.Patterns;
import io.pix2pix.bench.metric.color.LabHistograms.Axis;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Reference values by scikit-image 0.26 (color.rgb2xyz; its rgb2lab has a slightly different white)
 * and NumPy: the formulas of Lab with the white of D65 that belongs to the matrix, and
 * numpy.histogram with edges half a bin around whole multiples.
 */
class LabHistogramTest {
  /** A color at the edge of a bin may fall into its neighbor: one of 1920 pixels. */
  private static final Offset<Double> A_PIXEL = Offset.offset(1.1 / 1920);

  @Test
  void graysLieInTheMiddleOfABin() {
    assertThat(Axis.A.middle(110, 1)).isZero();
  }

  @Test
  void valuesAreTheIntersectionsOfTheHistogramsOfTheSet() {
    var pair = Patterns.evaluated(Patterns.mixed(1), Patterns.mixed(0));

    assertThat(Patterns.values(new LabHistogram(1), pair))
        .containsExactly(new double[] {0.74479167, 0.38854167, 0.0671875}, A_PIXEL);
    assertThat(Patterns.values(new LabHistogram(5), pair)[0]).isCloseTo(0.7875, A_PIXEL);
  }

  @Test
  void imagesOfASetMakeUpForEachOther() {
    var there = Patterns.evaluated(Patterns.mixed(1), Patterns.mixed(0));
    var back = Patterns.evaluated(Patterns.mixed(0), Patterns.mixed(1));

    assertThat(Patterns.values(new LabHistogram(1), there, back))
        .containsExactly(new double[] {1, 1, 1}, Offset.offset(1e-9));
  }

  @Test
  void histogramsForPlotsAreSharesThatSumToOne() {
    var histograms = LabHistograms.of(1, Patterns.mixed(1), Patterns.mixed(0));

    assertThat(histograms.shares(Axis.L, true).length()).isEqualTo(101);
    assertThat(histograms.shares(Axis.B, false).length()).isEqualTo(221);
    assertThat(histograms.shares(Axis.B, false).stream().sum()).isCloseTo(1, Offset.offset(1e-9));
  }
}
