package io.pix2pix.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.HaltedProcess;
import io.pix2pix.campaign.disk.HaltedProcess.HaltedError;
import io.pix2pix.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report over an older one, whose process is killed at each change of the disk. */
class HaltedReportIT {
  private static final String PAGE = "index.html";

  @TempDir private Path folder;
  private TinyRuns tiny;
  private Path report;

  @BeforeEach
  void trainTwoRuns() throws IOException, InterruptedException {
    tiny = TinyRuns.in(folder);
    report = tiny.runs().resolve("report");
    for (var name : new String[] {"one", "two"}) {
      tiny.train(name, TrainingListener.NONE);
      var library = tiny.library();
      library.evaluate(library.open(tiny.runs().resolve(name)), "test");
    }
  }

  @AfterEach
  void repair() {
    TinyRuns.repair();
  }

  @Test
  void thePageIsOfOneReportAndNoTableIsOlderThanIt() throws IOException {
    tiny.library().report(tiny.runs());
    Files.writeString(report.resolve("perception.csv"), "what people said\n");
    var older = files();
    Files.move(tiny.runs().resolve("two"), tiny.home().resolve("two"));
    tiny.library().report(tiny.runs());
    var newer = files();
    assertThat(newer).doesNotContainKey("perception.csv").doesNotContainValue(older.get(PAGE));

    int halts = 0;
    int mixed = 0;
    for (putBack(older); isHalted(halts); putBack(older)) {
      var left = files();
      left.forEach((name, text) -> assertThat(text).isIn(older.get(name), newer.get(name)));
      assertThat(left).containsKeys(older.keySet().toArray(String[]::new));
      if (!Objects.equals(left.get(PAGE), older.get(PAGE))) {
        assertThat(left).containsAllEntriesOf(newer);
      }
      mixed += left.equals(older) ? 0 : 1;
      halts++;
    }
    assertThat(files()).isEqualTo(newer);
    assertThat(mixed).as("of %s halts, those between two names", halts).isEqualTo(newer.size());
  }

  private boolean isHalted(int changes) {
    Disk.arm(report, new HaltedProcess(changes));
    try {
      tiny.library().report(tiny.runs());
      return false;
    } catch (HaltedError e) {
      return true;
    } finally {
      Disk.disarm();
    }
  }

  private void putBack(Map<String, String> texts) throws IOException {
    for (var entry : texts.entrySet()) {
      Files.writeString(report.resolve(entry.getKey()), entry.getValue());
    }
  }

  /** Those that have their names; halves have others. */
  private ImmutableMap<String, String> files() throws IOException {
    var texts = ImmutableMap.<String, String>builder();
    try (var files = Files.newDirectoryStream(report, "[!.]*")) {
      for (var file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts.buildOrThrow();
  }
}
