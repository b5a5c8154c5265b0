package io.pix2pix.train.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlotAxisTest {

  @Test
  void putsValuesInProportionAndKeepsThemInside() {
    var axis = new PlotAxis(10, 20, 200, 100);

    assertThat(axis.position(10)).isEqualTo(200);
    assertThat(axis.position(12.5)).isEqualTo(175);
    assertThat(axis.position(99)).isEqualTo(100);
  }

  @Test
  void marksRoundValues() {
    assertThat(new PlotAxis(0, 1, 0, 100).ticks(5))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(new PlotAxis(0, 80_000, 0, 100).ticks(4))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0", "20,000", "40,000", "60,000", "80,000");
    assertThat(new PlotAxis(-0.013, 0.024, 0, 100).ticks(4))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("-0.01", "0.00", "0.01", "0.02");
  }

  @Test
  void writesVerySmallValuesWithAPowerOfTen() {
    assertThat(new PlotAxis(0, 2e-6, 0, 100).ticks(2))
        .extracting(PlotAxis.Tick::label)
        .containsExactly("0.0e+00", "1.0e-06", "2.0e-06");
  }
}
