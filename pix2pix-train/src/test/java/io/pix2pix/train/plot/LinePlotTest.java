package io.pix2pix.train.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class LinePlotTest {
  private static final PlotAxis X = new PlotAxis(0, 4, 40, 440);
  private static final PlotAxis Y = new PlotAxis(0, 1, 200, 0);

  @Test
  void drawsMarksAndALineAcrossForEachOnTheLeft() {
    assertThat(plot(0, 1))
        .contains("aria-label=\"a &lt; b\"")
        .contains("<path d=\"M40.0,100.0H440.0\"/>")
        .contains("<text x=\"33.0\" y=\"100.0\" dy=\".35em\">half</text>")
        .contains("<text x=\"440.0\" y=\"224\">4</text>");
  }

  @Test
  void interruptsALineWhereAValueIsNotKnown() {
    assertThat(plot(0, 1, Double.NaN, 0.5, 2))
        .contains("d=\"M40.0,200.0L140.0,0.0M340.0,100.0L440.0,0.0\"");
  }

  private static String plot(double... values) {
    var steps = new double[] {0, 1, 2, 3, 4};
    var line = new LinePlot.Line(LinePlot.Style.solid("red", 2), steps, values);
    return new LinePlot(
            "a < b",
            X,
            ImmutableList.of(X.tick(4, "4")),
            Y,
            ImmutableList.of(Y.tick(0.5, "half")),
            ImmutableList.of(line))
        .svg();
  }
}
