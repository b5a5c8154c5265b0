package io.pix2pix.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Histogram;
import io.pix2pix.api.metric.MetricFunction.Histograms;
import org.junit.jupiter.api.Test;

/** Two cells; three bins, whose middles are 0, 50 and 100. */
class HistogramPlotTest {
  private static final ImmutableDoubleArray TARGETS = ImmutableDoubleArray.of(1, 0, 0);

  private final HistogramPlot plot =
      HistogramPlot.plot(
          0,
          ImmutableMap.of(
              "one", histograms(Math.exp(-7), 0, 1), "two", histograms(0, 1e-9, Math.exp(-14))));

  @Test
  void hasALineForEachCellAndAThickOneForTheTargets() {
    assertThat(plot.lines())
        .extracting(HistogramPlot.Line::title)
        .contains("one", "two", "targets");
    assertThat(plot.lines())
        .extracting(line -> line.style().width())
        .containsExactly(1.5, 1.5, 2.5);
    assertThat(plot.lines())
        .extracting(line -> line.style().dashes())
        .containsExactly("", "7 2", "");
  }

  /** The plot is 198 high, for logarithms from 0 to -14; from 34 to 424 it is 390 wide. */
  @Test
  void drawsLogarithmsOfSharesAndInterruptsALineWhereThereAreNone() {
    assertThat(plot.axis()).isEqualTo("L");
    assertThat(plot.svg())
        .contains("aria-label=\"logarithm of the share of pixels over L\"")
        .contains("d=\"M34.0,107.0M424.0,8.0\"")
        .contains("d=\"M229.0,206.0L424.0,206.0\"")
        .contains("d=\"M34.0,8.0\"");
  }

  @Test
  void marksRoundValues() {
    assertThat(plot.svg())
        .contains("<text x=\"34.0\" y=\"224\">0</text>", "<text x=\"424.0\" y=\"224\">100</text>")
        .contains("<text x=\"27.0\" y=\"8.0\" dy=\".35em\">0</text>", ">-12</text>");
  }

  private static Histograms histograms(double... shares) {
    var generated = ImmutableDoubleArray.copyOf(shares);
    return new Histograms(
        "Colors", "shades", ImmutableList.of(new Histogram("L", 0, 100, generated, TARGETS)));
  }
}
