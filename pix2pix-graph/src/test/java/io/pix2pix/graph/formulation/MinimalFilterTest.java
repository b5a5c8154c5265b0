package io.pix2pix.graph.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimalFilterTest {
  private static final Offset<Double> ROUNDING = within(1e-9);

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2", "2, 3", "3, 3", "3, 4"})
  void computesWhatTheFilterComputes(int outputs, int taps) {
    var filter = new MinimalFilter(outputs, taps);
    int seen = filter.points();
    var pixels = new double[seen * seen];
    var kernel = new double[taps * taps];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.sin(i + 1.0);
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = Math.cos(i + 1.0);
    }
    var atPoints = filter.ofImage().times(pixels);
    var factors = filter.ofTaps().times(kernel);
    for (int i = 0; i < atPoints.length; i++) {
      atPoints[i] *= factors[i];
    }

    assertThat(filter.ofProducts().times(atPoints))
        .containsExactly(filtered(pixels, seen, kernel, taps, outputs), ROUNDING);
  }

  private static double[] filtered(
      double[] pixels, int seen, double[] kernel, int taps, int outputs) {
    var result = new double[outputs * outputs];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        int row = i / outputs + j / taps;
        int column = i % outputs + j % taps;
        result[i] += pixels[row * seen + column] * kernel[j];
      }
    }
    return result;
  }

  @Test
  void takesSixteenProductsForThreeByThreeResultsOfTwoByTwoTaps() {
    var filter = new MinimalFilter(3, 2);

    assertThat(filter.ofImage().times(new double[16])).hasSize(16);
    assertThat(filter.ofTaps().times(new double[] {1, 2, 3, 4}))
        .as("sums of the taps, at the points 1, -1, 0 and infinity in both directions")
        .containsExactly(10, -2, 4, 6, -4, 0, -2, -2, 3, -1, 1, 2, 7, -1, 3, 4);
  }

  @Test
  void doesNotExistForOneTapOrMorePointsThanAreKnown() {
    assertThat(new MinimalFilter(2, 1).exists()).isFalse();
    assertThat(new MinimalFilter(3, 4).exists()).isTrue();
    assertThat(new MinimalFilter(4, 4).exists()).isFalse();
  }
}
