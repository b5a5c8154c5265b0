package io.pix2pix.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.bench.browser.Chromium;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.testing.Provided;
import io.pix2pix.train.translation.TrainedRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where there is one: it is drawn on. */
class StudioPageIT {
  private static final String TRANSLATED = "document.querySelector('#outputs img:not([hidden])')";
  private static final String WATCH =
      """
      window.hue = (x, y) => {
        const {data} = document.getElementById('canvas').getContext('2d').getImageData(x, y, 1, 1);
        return '#' + [...data.slice(0, 3)].map(v => v.toString(16).padStart(2, '0')).join('');
      };
      window.source = () => document.querySelector('#outputs img').src;
      window.pick = color => document.querySelector(`.class input[value="${color}"]`).click();
      window.canvas = document.getElementById('canvas');
      """;
  private static final String DOOR = "#0b6e4f";
  private static final String PLANT = "#55a630";

  /** Chromium may still write when it is over. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @BeforeEach
  void wantABrowser() {
    Provided.require(Chromium.program().isPresent(), "needs chromium on the PATH");
  }

  @Test
  void translatesWhatIsDrawnWithTheMouse() throws Exception {
    try (var page = open(1200, 900, new TinyRuns(folder).labels("fronts"))) {
      var browser = page.browser();
      keep(browser, "desktop-1-open");
      var first = browser.value("source()").asString();
      browser.value("pick('" + DOOR + "'); canvas.focus()");
      browser.press("r");
      browser.drag("#canvas", at(0.3, 0.3), at(0.5, 0.4), at(0.6, 0.6));
      assertThat(browser.value("[hue(5, 5), hue(9, 9)]").toString())
          .isEqualTo("[\"%1$s\",\"%1$s\"]".formatted(DOOR));
      browser.until("source() !== '" + first + "'");
      keep(browser, "desktop-2-rectangle");

      browser.value("pick('" + PLANT + "'); canvas.focus()");
      browser.press("p");
      for (var corner : List.of(at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9))) {
        browser.drag("#canvas", corner);
      }
      browser.press("Enter");
      assertThat(browser.value("hue(3, 3)").asString()).isEqualTo(PLANT);
      browser.press("f");
      browser.value("pick('#4d4d4d'); canvas.focus()");
      browser.drag("#canvas", at(0.2, 0.2));
      assertThat(browser.value("hue(3, 3)").asString()).isEqualTo("#4d4d4d");
      browser.press("z", 2);
      assertThat(browser.value("hue(3, 3)").asString()).isEqualTo(PLANT);
      browser.press("Z", 10);
      assertThat(browser.value("hue(3, 3)").asString()).isEqualTo("#4d4d4d");
      browser.press("i");
      browser.drag("#canvas", at(0.55, 0.55));
      assertThat(browser.value("document.querySelector('.class input:checked').value").asString())
          .isEqualTo(DOOR);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void changesNoiseStatisticsCheckpointAndShowsTheDiscriminator() throws Exception {
    try (var page = open(1200, 900, new TinyRuns(folder).labels("fronts"))) {
      var browser = page.browser();
      changes(browser, "document.getElementById('new-sample').click()");
      changes(
          browser,
          "(s => { s.value = 'running'; s.dispatchEvent(new Event('change'));"
              + " })(document.getElementById('statistics'))");
      changes(
          browser,
          "(s => { s.value = 0; s.dispatchEvent(new Event('input'));"
              + " })(document.querySelector('figure input[type=range]'))");
      assertThat(browser.value("document.querySelector('figure output').textContent").asString())
          .isEqualTo("step 5");
      browser.value("document.getElementById('judge').click()");
      browser.until("!!document.querySelector('.view canvas:not([hidden])')");
      assertThat(
              browser
                  .value("document.querySelector('figure p.small:not([hidden])').textContent")
                  .asString())
          .matches("D takes \\d+ % of \\d+ patches for real");
      browser.dark(true);
      keep(browser, "desktop-3-dark-with-judgment");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** What a click leads to is another picture. */
  private static void changes(Chromium browser, String action) throws Exception {
    var before = browser.value("source()").asString();
    browser.value(action);
    browser.until("source() !== '" + before + "'");
  }

  @Test
  void drawsByKeysAlone() throws Exception {
    try (var page = open(1200, 900, new TinyRuns(folder).labels("fronts"))) {
      var browser = page.browser();
      var first = browser.value("source()").asString();
      browser.value("pick('" + DOOR + "'); canvas.focus()");
      browser.press("r");
      browser.press(" ");
      browser.press("ArrowRight", 8);
      browser.press("ArrowDown");
      browser.press(" ");

      assertThat(browser.value("[hue(8, 8), hue(15, 9)]").toString())
          .isEqualTo("[\"%1$s\",\"%1$s\"]".formatted(DOOR));
      browser.until("source() !== '" + first + "'");
      keep(browser, "desktop-4-keys");
    }
  }

  @Test
  void drawsWithAFingerOnAPhone() throws Exception {
    try (var page = open(390, 780, new TinyRuns(folder).labels("fronts"))) {
      var browser = page.browser();
      var first = browser.value("source()").asString();
      browser.value("pick('" + DOOR + "')");
      browser.finger("#canvas", at(0.1, 0.53), at(0.5, 0.53), at(0.9, 0.53));

      browser.until("hue(3, 8) === '%1$s' && hue(13, 8) === '%1$s'".formatted(DOOR));
      browser.until("source() !== '" + first + "'");
      assertThat(browser.value("document.documentElement.scrollWidth <= 390").asBoolean()).isTrue();
      keep(browser, "phone");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void everythingThatCanBeUsedHasAName() throws Exception {
    try (var page = open(1200, 900, new TinyRuns(folder).labels("fronts"))) {
      assertThat(
              page.browser()
                  .value(
                      """
                      [...document.querySelectorAll('button, input, select, canvas[tabindex], img')]
                        .filter(e => !e.closest('[hidden]') && !e.textContent.trim() && !e.labels?.length
                          && !e.getAttribute('aria-label') && !e.alt)
                        .map(e => e.outerHTML)
                      """)
                  .toString())
          .isEqualTo("[]");
    }
  }

  @Test
  void showsRunsSideBySideAndSaysWhyAVanishedOneTranslatesNoMore() throws Exception {
    var runs = new TinyRuns(folder);
    try (var page = open(1200, 900, runs.labels("first"), runs.labels("second"))) {
      var browser = page.browser();
      browser.until("document.querySelectorAll('#outputs img:not([hidden])').length === 2");
      keep(browser, "desktop-5-two-runs");
      MoreFiles.deleteRecursively(
          runs.runs().resolve("second"), RecursiveDeleteOption.ALLOW_INSECURE);
      changes(browser, "document.getElementById('clear').click()");
      browser.value(
          "(s => { s.value = 0; s.dispatchEvent(new Event('input'));"
              + " })(document.querySelectorAll('figure input[type=range]')[1])");
      browser.until(
          "document.querySelectorAll('.reason')[1].textContent.includes('no checkpoint of step"
              + " 5')");
      browser.until(
          "document.getElementById('problem').textContent.startsWith('second: the folder is"
              + " gone')");
      keep(browser, "desktop-6-vanished");
    }
  }

  @Test
  void saysWhyADamagedFileIsNotLoaded() throws Exception {
    try (var page = open(1200, 900, new TinyRuns(folder).labels("fronts"))) {
      var browser = page.browser();
      browser.value(
          """
          (() => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array([137, 80, 78, 71, 1, 2])], 'cut.png', {type: 'image/png'}));
            document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
          })()
          """);
      browser.until(
          "document.getElementById('problem').textContent.startsWith('cut.png: cannot be read')");
    }
  }

  @Test
  void savesDrawingPictureAndBoth() throws Exception {
    try (var page = open(1200, 900, new TinyRuns(folder).labels("fronts"))) {
      var browser = page.browser();
      browser.value(
          """
          window.saved = [];
          HTMLAnchorElement.prototype.click = function () {
            const image = Object.assign(new Image(), {src: this.href});
            image.onload = () => saved.push(`${this.download} ${image.width}x${image.height}`);
          };
          document.getElementById('save-input').click();
          document.querySelectorAll('figure button').forEach(button => button.click());
          """);
      browser.until("saved.length === 3");

      assertThat(browser.value("saved.sort().join()").asString())
          .isEqualTo("drawing.png 16x16,fronts-pair.png 32x16,fronts.png 16x16");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private Page open(int width, int height, TrainedRun... runs) throws Exception {
    var studio = Studio.open(List.of(runs), Optional.empty());
    var server = StudioServer.start(studio, FrontSettings.at("127.0.0.1", 0));
    studio.warmUp();
    var browser = Chromium.start(folder.resolve("profile"), width, height);
    browser.open(URI.create("http://127.0.0.1:" + server.address().getPort() + "/"), TRANSLATED);
    browser.value(WATCH);
    return new Page(browser, server, studio);
  }

  private static double[] at(double x, double y) {
    return new double[] {x, y};
  }

  /** Where a person wants to look at the page, it is kept. */
  private static void keep(Chromium browser, String name) throws Exception {
    var folder = System.getProperty("pix2pix.screenshots");
    if (folder != null) {
      Files.write(Path.of(folder, "studio-" + name + ".png"), browser.screenshot());
    }
  }

  private record Page(Chromium browser, StudioServer server, Studio studio)
      implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
      server.close();
      studio.close();
    }
  }
}
