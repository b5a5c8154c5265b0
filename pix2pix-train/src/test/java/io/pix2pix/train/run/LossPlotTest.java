package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class LossPlotTest {
  @TempDir Path folder;

  @Test
  void drawsOnePlotForEachColumnInTheColorOfItsPlayer() {
    var plots = plots(100, "generator.adversarial", "generator.l1", "discriminator.real");

    assertThat(plots)
        .extracting(LossPlot::column)
        .containsExactly("generator.adversarial", "generator.l1", "discriminator.real");
    assertThat(plots.get(0).color()).isEqualTo(plots.get(1).color());
    assertThat(plots.get(2).color()).isNotEqualTo(plots.get(0).color());
  }

  @Test
  void drawsTheLineFromTheFirstStepToTheLast() throws Exception {
    var svg = parse(plots(4, "generator.l1").get(0).svg());

    var lines = svg.getElementsByTagName("path");
    var mean = lines.item(lines.getLength() - 1).getAttributes().getNamedItem("d").getNodeValue();
    // Losses 1, 1/2, 1/3, 1/4; the axis ends a twentieth above 1: 206 - 198 / 1.05 = 17.4.
    assertThat(mean).startsWith("M139.5,17.4L").contains("L420.0,");
    assertThat(plots(4, "generator.l1").get(0).latest()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void staysSmallHoweverLongTheRun() {
    assertThat(plots(100_000, "generator.l1").get(0).svg()).hasSizeLessThan(20_000);
  }

  @Test
  void drawsALossThatNeverChanges() throws Exception {
    try (var log =
        LossLog.open(folder.resolve("losses.csv"), ImmutableList.of("generator.l1"), 0)) {
      log.add(1, 0);
      log.add(2, 0);
    }

    var plot = LossPlot.of(LossCurves.read(folder.resolve("losses.csv"))).get(0);

    assertThat(plot.svg()).contains("L420.0,206.0").doesNotContain("NaN");
  }

  @Test
  void drawsNothingBeforeTheSecondStep() {
    assertThat(plots(1, "generator.l1")).isEmpty();
  }

  private ImmutableList<LossPlot> plots(int steps, String... columns) {
    var file = folder.resolve("losses.csv");
    try (var log = LossLog.open(file, ImmutableList.copyOf(columns), 0)) {
      for (int step = 1; step <= steps; step++) {
        var losses = new float[columns.length];
        Arrays.fill(losses, 1f / step);
        log.add(step, losses);
      }
    }
    return LossPlot.of(LossCurves.read(file));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
