package io.pix2pix.bench.speed.report;

import static io.pix2pix.bench.speed.result.Results.against;
import static io.pix2pix.bench.speed.result.Results.alone;
import static io.pix2pix.bench.speed.result.Results.benchmark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;

  /** Results are in the order of their time, whatever their files are called. */
  @Test
  void hasARowForEachResultAndAColumnForEachWork() throws IOException {
    new ResultFiles(folder, "a").write(benchmark("a", "2026-11-02", alone("loading", 0.25)));
    new ResultFiles(folder, "b")
        .write(
            benchmark(
                "b",
                "2026-11-01",
                against(alone("loading", 0.5), 0.1, 0.75),
                alone("start-to-first-step", 5)));

    var file = History.write(folder);

    assertThat(Files.readString(file))
        .contains(
            """
            ## 2 × Model <1>

            | measured | result | commit | loading | start-to-first-step |
            |---|---|---|---|---|
            | 2026-11-01 10:20 UTC | b | 0123456 | 500 ms · **1.50** | 5.00 s |
            | 2026-11-02 10:20 UTC | a | 0123456 | 250 ms | – |
            """);
  }

  @Test
  void refusesAFolderWithoutResults() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> History.write(folder))
        .withMessageContaining("holds no results");
  }
}
