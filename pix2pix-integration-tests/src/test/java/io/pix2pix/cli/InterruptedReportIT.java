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
  void reportOnARun() {
    pix2pix = new Pix2Pix(home);
    var run = pix2pix.trained("run").toString();
    assertThat(pix2pix.run("evaluate", run).code()).isZero();
    assertThat(report(2)).isZero();
  }

  /** Reports with two pictures and with none take turns, so that old and new differ. */
  @Test
  void keepsTheOldReportOrHasTheNewOne() throws Exception {
    var withPictures = files();
    assertThat(report(0)).isZero();
    var without = files();
    assertThat(without).isNotEqualTo(withPictures).hasSameSizeAs(withPictures);

    long whole = duration();
    for (int moment = 0; moment < MOMENTS; moment++) {
      stopped(moment % 2 == 0 ? 2 : 0, whole * moment / MOMENTS);
      assertThat(files()).isIn(withPictures, without);
    }
    assertThat(report(2)).isZero();
    assertThat(files()).isEqualTo(withPictures);
  }

  private long duration() {
    long start = System.nanoTime();
    assertThat(report(0)).isZero();
    return System.nanoTime() - start;
  }

  private void stopped(int pictures, long after) throws InterruptedException {
    var reporting = new Thread(() -> report(pictures));
    reporting.start();
    TimeUnit.NANOSECONDS.sleep(after);
    reporting.interrupt();
    reporting.join();
  }

  private int report(int pictures) {
    var command = new String[] {"report", pix2pix.runs().toString(), "--pictures", "" + pictures};
    return pix2pix.run(command).code();
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
