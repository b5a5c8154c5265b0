package io.pix2pix.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.evaluation.Subject;
import io.pix2pix.train.run.RunFolder;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, where there is one; else reported as skipped. */
class ReportInBrowserTest {
  private static final String WATCH =
      """
      <script>
        document.documentElement.dataset.errors = '';
        window.addEventListener('error', e => document.documentElement.dataset.errors += e.message);
      </script>
      """;
  private static final String PLAY =
      """
      <script>
        const names = () => [...grid.rows].map(row => row.querySelector('img').alt.slice(0, 5)).join(' ');
        const said = [names()];
        order.value = 'cell A';
        order.dispatchEvent(new Event('change'));
        said.push(names());
        grid.querySelector('button').click();
        said.push(zoom.open, document.getElementById('large').alt);
        zoom.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft'}));
        said.push(document.getElementById('large').alt);
        document.getElementById('close').click();
        said.push(zoom.open);
        order.value = '';
        order.dispatchEvent(new Event('change'));
        said.push(names());
        document.documentElement.dataset.said = said.join('|');
      </script>
      """;

  @TempDir private Path folder;

  /**
   * Targets are black; A is grey 51, 51 / 255 = 0.2 wrong, on the first picture, 0.4 on the second.
   */
  @Test
  void sortsByErrorAndEnlargesWithoutErrors() throws Exception {
    var page = Files.writeString(folder.resolve("page.html"), page());

    var shown = browse(page);

    assertThat(attribute(shown, "errors")).isEmpty();
    assertThat(attribute(shown, "said"))
        .isEqualTo("1.png 2.png|2.png 1.png|true|2.png, input|2.png, cell A|false|1.png 2.png");
    assertThat(shown).contains("<small>0.2000</small>", "<small>0.4000</small>");
  }

  private String page() throws IOException {
    var run = new RunFolder(folder.resolve("run"));
    paint("pictures/input/1.png", 9);
    paint("pictures/input/2.png", 9);
    paint("pictures/target/1.png", 0);
    paint("pictures/target/2.png", 0);
    paint("run/translated/1.png", 51);
    paint("run/translated/2.png", 102);
    var evaluation =
        new KeptEvaluation(
            new Subject("test", 1, "trained", "batch", "on", 2),
            ImmutableList.of(),
            ImmutableList.of(),
            folder.resolve("none"));
    var done =
        new ReportedRun(
            run, 1, Optional.empty(), Optional.empty(), Optional.of(evaluation), Optional.empty());
    var cell =
        new ReportedCell("cell A", ImmutableList.of(), ImmutableList.of(done), ImmutableMap.of());
    var source =
        new ReportSource(
            "Title",
            "",
            "",
            ImmutableList.of(cell),
            ImmutableList.of("1.png", "2.png"),
            folder.resolve("pictures"),
            "",
            ImmutableMap.of());
    return ReportPage.of(source, ImmutableList.of())
        .replace("<head>", "<head>" + WATCH)
        .replace("</body>", PLAY + "</body>");
  }

  private void paint(String name, int grey) throws IOException {
    var picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 16; i++) {
      picture.setRGB(i % 4, i / 4, grey * 0x010101);
    }
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    ImageIO.write(picture, "png", file.toFile());
  }

  private String browse(Path page) throws IOException, InterruptedException {
    var chromium =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(path -> Path.of(path, "chromium"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeThat(chromium).as("chromium on the PATH").isPresent();
    var dump = folder.resolve("dump.html");
    var process =
        new ProcessBuilder(
                chromium.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dump.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("chromium ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(dump);
  }

  private static String attribute(String page, String name) {
    var found = Pattern.compile("<html[^>]* data-" + name + "=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }
}
