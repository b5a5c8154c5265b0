package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where there is one. */
class PerceptionPageTest {
  private static final int PRACTICE = 1;
  private static final int TRIALS = 2;

  /** Notes on which side the red image stands, as soon as both are on the page. */
  private static final String WATCHER =
      """
      window.pairs = 0;
      window.enabledWhileShown = false;
      new MutationObserver(() => {
        if (document.querySelectorAll('.frame img').length !== 2) return;
        pairs++;
        enabledWhileShown ||= !document.getElementById('left').disabled;
        const context = document.createElement('canvas').getContext('2d');
        context.drawImage(document.querySelector('#left-frame img'), 0, 0);
        const [r, g] = context.getImageData(5, 5, 1, 1).data;
        window.red = r > g ? 'ArrowLeft' : 'ArrowRight';
      }).observe(document.querySelector('.pair'), {childList: true, subtree: true});
      """;

  /** Chromium may still write when it is over. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @BeforeEach
  void wantABrowser() {
    assumeTrue(Chromium.program().isPresent(), "no chromium on the PATH");
  }

  @Test
  void leadsTwoParticipantsThroughAWholeSession() throws Exception {
    var study = ServedStudy.in(folder.resolve("study"), PRACTICE, TRIALS);
    try (var server = PerceptionServer.start(study, "127.0.0.1", 0)) {
      var address = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
      try (var desktop = Chromium.start(folder.resolve("desktop"), 1200, 800)) {
        play(desktop, address, "desktop", false);
      }
      try (var phone = Chromium.start(folder.resolve("phone"), 390, 780)) {
        play(phone, address, "phone", true);
      }
    }

    var results = PerceptionResults.read(study.folder());

    // The first saw through both images that count; the second was fooled by both.
    assertThat(results.rows())
        .extracting(PerceptionResults.Row::labelledReal)
        .containsExactly(0.0, 1.0);
  }

  private void play(Chromium browser, URI address, String name, boolean fooled) throws Exception {
    browser.open(address);
    keep(browser, name + "-1-welcome");
    browser.value(WATCHER);
    browser.value("document.getElementById('start').click()");
    answer(browser, name, 0, fooled);
    browser.until("!document.getElementById('next').hidden");
    keep(browser, name + "-4-feedback");
    assertThat(browser.value("document.getElementById('message').textContent").asString())
        .startsWith(fooled ? "Wrong" : "Correct");
    browser.value("document.getElementById('next').click()");
    browser.until("!document.getElementById('pause').hidden");
    keep(browser, name + "-5-pause");
    browser.value("document.getElementById('go').click()");
    answer(browser, name, 1, fooled);
    answer(browser, name, 2, fooled);
    browser.until("!document.getElementById('thanks').hidden");
    keep(browser, name + "-6-thanks");
  }

  /** Answers by key what the watcher has seen. */
  private void answer(Chromium browser, String name, int trial, boolean fooled) throws Exception {
    if (trial == 0) {
      browser.until("pairs === 1");
      keep(browser, name + "-2-pair");
    }
    browser.until("!document.getElementById('left').disabled");
    assertThat(browser.value("document.querySelectorAll('.frame img').length").asInt()).isZero();
    assertThat(browser.value("enabledWhileShown").asBoolean()).isFalse();
    if (trial == 0) {
      keep(browser, name + "-3-question");
    }
    var side = browser.value("red").asString();
    browser.press(fooled ? other(side) : side);
    browser.until("state.trial === " + (trial + 1));
  }

  private static String other(String key) {
    return key.equals("ArrowLeft") ? "ArrowRight" : "ArrowLeft";
  }

  @Test
  void showsBothImagesForASecond() throws Exception {
    var study = ServedStudy.in(folder.resolve("second"), PRACTICE, TRIALS);
    try (var server = PerceptionServer.start(study, "127.0.0.1", 0);
        var browser = Chromium.start(folder.resolve("profile"), 800, 600)) {
      browser.open(URI.create("http://127.0.0.1:" + server.address().getPort() + "/"));
      browser.value(
          """
          window.times = [];
          new MutationObserver(() => times.push([performance.now(), document.querySelectorAll('.frame img').length]))
            .observe(document.querySelector('.pair'), {childList: true, subtree: true});
          document.getElementById('start').click();
          """);
      browser.until("!document.getElementById('left').disabled");

      var shown =
          browser.value(
              "times.find((t, i) => i > 0 && t[1] === 0 && times[i - 1][1] === 2)[0]"
                  + " - times.find(t => t[1] === 2)[0]");

      // A busy machine may be late, but never early.
      assertThat(shown.asDouble()).isBetween(990.0, 2500.0);
    }
  }

  /** Where a person wants to look at the page, it is kept. */
  private static void keep(Chromium browser, String name) throws Exception {
    var folder = System.getProperty("pix2pix.screenshots");
    if (folder != null) {
      Files.write(Path.of(folder, name + ".png"), browser.screenshot());
    }
  }
}
