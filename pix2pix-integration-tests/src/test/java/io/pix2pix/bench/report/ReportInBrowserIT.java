package io.pix2pix.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.browser.Chromium;
import io.pix2pix.bench.evaluation.EvaluationFiles;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.report.html.ReportPage;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.bench.report.result.StoredEvaluation;
import io.pix2pix.testing.Provided;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.run.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, where there is one; else reported as skipped. */
class ReportInBrowserIT {
  private static final String THERE = "window.zoom && window.grid";
  private static final String NAMES = "[...grid.children].map(row => row.ariaLabel).join(' ')";
  private static final String LARGE = "document.getElementById('large').alt";

  /** Chromium may still write when it is over. */
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  @BeforeEach
  void wantABrowser() {
    Provided.require(Chromium.program().isPresent(), "needs chromium on the PATH");
  }

  /**
   * Targets are black; A is gray 51, 51 / 255 = 0.2 wrong, on the first picture, 0.4 on the second.
   */
  @Test
  void sortsByErrorAndEnlargesByMouseAndKeys() throws Exception {
    try (var browser = Chromium.start(folder.resolve("profile"), 1280, 900)) {
      browser.open(page(1), THERE);
      assertThat(browser.value(NAMES).asString()).isEqualTo("1.png 2.png");
      assertThat(browser.value("grid.innerText").asString()).contains("0.2000", "0.4000");

      browser.value("order.value = 'cell 1'; order.dispatchEvent(new Event('change'))");
      assertThat(browser.value(NAMES).asString()).isEqualTo("2.png 1.png");

      browser.click("#grid button");
      assertThat(browser.value("zoom.open").asBoolean()).isTrue();
      assertThat(browser.value(LARGE).asString()).isEqualTo("2.png, input");
      browser.press("ArrowLeft");
      assertThat(browser.value(LARGE).asString()).isEqualTo("2.png, cell 1");
      browser.press("ArrowDown");
      assertThat(browser.value(LARGE).asString()).isEqualTo("1.png, cell 1");
      browser.click("#close");
      assertThat(browser.value("zoom.open").asBoolean()).isFalse();

      browser.value("order.value = ''; order.dispatchEvent(new Event('change'))");
      assertThat(browser.value(NAMES).asString()).isEqualTo("1.png 2.png");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void fitsAPhoneWithManyCellsAndFollowsAFinger() throws Exception {
    try (var browser = Chromium.start(folder.resolve("profile"), 390, 780)) {
      browser.open(page(24), THERE);

      assertThat(browser.value("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
      browser.click("#grid button");
      browser.swipe("#large", -120);
      assertThat(browser.value(LARGE).asString()).isEqualTo("1.png, target");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void onPaperAllCellsAreOpen() throws Exception {
    try (var browser = Chromium.start(folder.resolve("profile"), 1280, 900)) {
      browser.open(page(3), THERE);

      browser.value("dispatchEvent(new Event('beforeprint'))");
      assertThat(browser.value("document.querySelectorAll('details[open]').length").asInt())
          .isEqualTo(3);
      browser.value("dispatchEvent(new Event('afterprint'))");
      assertThat(browser.value("document.querySelectorAll('details[open]').length").asInt())
          .isZero();
    }
  }

  private URI page(int cells) throws IOException {
    for (int i = 1; i <= 2; i++) {
      paint("pictures/input/%d.png".formatted(i), 9);
      paint("pictures/target/%d.png".formatted(i), 0);
      paint("run/translated/%d.png".formatted(i), 51 * i);
    }
    var all = ImmutableList.<ReportedCell>builder();
    for (int i = 1; i <= cells; i++) {
      all.add(cell("cell " + i));
    }
    var source =
        new ReportSource(
            "Title",
            "",
            "",
            all.build(),
            ImmutableList.of("1.png", "2.png"),
            folder.resolve("pictures"),
            "",
            ImmutableMap.of());
    var content =
        ReportPage.of(source, ImmutableList.of(), ImmutableList.of(), Report.Request.PICTURES);
    return Files.writeString(folder.resolve("page.html"), content).toUri();
  }

  private ReportedCell cell(String title) {
    var evaluation =
        new StoredEvaluation(
            new EvaluationKey(
                "test", 1, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 2),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableMap.of(),
            new EvaluationFiles(folder.resolve("none")));
    var done =
        new ReportedRun(
            new RunFolder(folder.resolve("run")),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.of(evaluation),
            Optional.empty());
    return new ReportedCell(title, ImmutableList.of(), ImmutableList.of(done), ImmutableMap.of());
  }

  private void paint(String name, int gray) throws IOException {
    var picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 16; i++) {
      picture.setRGB(i % 4, i / 4, gray * 0x010101);
    }
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    ImageIO.write(picture, "png", file.toFile());
  }
}
