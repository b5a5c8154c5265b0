package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report over an older one, which somebody stops. */
class InterruptedReportIT {
  private static final int MOMENTS = 25;

  @TempDir Path home;
  private Pix2Pix pix2pix;

  @BeforeEach
  void trainTwoRuns() {
    pix2pix = new Pix2Pix(home);
    assertThat(pix2pix.run("evaluate", pix2pix.trained("one").toString()).code()).isZero();
    pix2pix.trained("two", "--set", "seed=2");
  }

  /** Reports on two runs and on one take turns, so that old and new differ. */
  @Test
  void keepsTheOldReportOrHasTheNewOne() throws Exception {
    assertThat(report()).isZero();
    var ofTwo = files();
    takeTurns();
    assertThat(report()).isZero();
    var ofOne = files();
    assertThat(ofOne).hasSameSizeAs(ofTwo).isNotEqualTo(ofTwo);

    long whole = duration();
    for (int moment = 0; moment < MOMENTS; moment++) {
      takeTurns();
      stopped(whole * moment / MOMENTS);
      assertThat(files()).isIn(ofTwo, ofOne);
    }
    assertThat(report()).isZero();
    assertThat(files()).isEqualTo(MOMENTS % 2 == 0 ? ofOne : ofTwo);
  }

  /** Takes the second run away, or puts it back. */
  private void takeTurns() throws IOException {
    var here = pix2pix.runs().resolve("two");
    var away = home.resolve("away");
    if (Files.exists(here)) {
      Files.move(here, away);
    } else {
      Files.move(away, here);
    }
  }

  private long duration() {
    long start = System.nanoTime();
    assertThat(report()).isZero();
    return System.nanoTime() - start;
  }

  private void stopped(long after) throws InterruptedException {
    var reporting = new Thread(this::report);
    reporting.start();
    TimeUnit.NANOSECONDS.sleep(after);
    reporting.interrupt();
    reporting.join();
  }

  private int report() {
    return pix2pix.run("report", pix2pix.runs().toString()).code();
  }

  private ImmutableSortedMap<String, String> files() throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(pix2pix.runs().resolve("report"))) {
      for (var file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return ImmutableSortedMap.copyOf(texts);
  }
}
