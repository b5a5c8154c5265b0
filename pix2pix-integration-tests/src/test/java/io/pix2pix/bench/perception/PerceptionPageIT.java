package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pix2pix.bench.browser.Chromium;
import io.pix2pix.testing.Provided;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where there is one. */
class PerceptionPageIT {
  private static final int PRACTICE = 1;
  private static final int TRIALS = 2;
  private static final String START = "document.getElementById('start')";

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
    Provided.require(Chromium.program().isPresent(), "needs chromium on the PATH");
  }

  @Test
  void leadsThreeParticipantsThroughAWholeSession() throws Exception {
    var study = ServedStudy.in(folder.resolve("study"), PRACTICE, TRIALS);
    try (var server = PerceptionServer.start(study, "127.0.0.1", 0)) {
      var address = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
      try (var desktop = Chromium.start(folder.resolve("desktop"), 1200, 800)) {
        play(desktop, address, "desktop", false);
        browserOfAnother(desktop);
        play(desktop, address, "another", true);
      }
      try (var phone = Chromium.start(folder.resolve("phone"), 390, 780)) {
        play(phone, address, "phone", true);
      }
    }

    var results = PerceptionResults.read(study.folder());

    // Of the first algorithm, one saw through both images that count, and one was fooled by both;
    // the second algorithm had one participant, who was fooled.
    assertThat(results.rows())
        .extracting(PerceptionResults.Row::participants, PerceptionResults.Row::labeledReal)
        .containsExactly(tuple(2, 0.5), tuple(1, 1.0));
  }

  /** The next person at the same browser is another participant. */
  private static void browserOfAnother(Chromium browser) throws Exception {
    browser.click("#another");
    browser.until("document.getElementById('start')?.offsetParent != null && state === null");
  }

  private void play(Chromium browser, URI address, String name, boolean fooled) throws Exception {
    browser.open(address, START);
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
    assertThat(browser.complaints()).isEmpty();
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
      browser.open(URI.create("http://127.0.0.1:" + server.address().getPort() + "/"), START);
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
