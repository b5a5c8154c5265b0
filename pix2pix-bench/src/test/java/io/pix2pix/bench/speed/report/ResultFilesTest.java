package io.pix2pix.bench.speed.report;

import static io.pix2pix.bench.speed.result.Results.against;
import static io.pix2pix.bench.speed.result.Results.alone;
import static io.pix2pix.bench.speed.result.Results.benchmark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.result.WorkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir Path folder;

  @Test
  void theTableSaysMediansSpreadsAndRatio() throws IOException {
    write(against(alone("step-256-batch-1", 0.5, 0.49, 0.51), 0.1, 0.75, 0.75, 0.75));

    assertThat(Files.readString(folder.resolve("one.md")))
        .contains("| step-256-batch-1 | 500 ms (4 %) | 750 ms (0 %) | 1.50 | fused |")
        .contains("2 × Model <1>", "commit: 0123456789abcdef");
  }

  /** The longest bar, theirs, is 300 / 1.05 pixels long, and ours two thirds of that. */
  @Test
  void thePageDrawsEveryRound() throws IOException {
    write(against(alone("step-256-batch-1", 0.5, 0.5), 0.1, 0.75, 0.75));

    assertThat(Files.readString(folder.resolve("one.html")))
        .contains("width=\"190\"", "width=\"286\"", "cx=\"190\"", "cx=\"286\"")
        .contains("Model &lt;1&gt;")
        .doesNotContain("src=", "http");
  }

  @Test
  void aRatioThatIsRefusedIsExplained() throws IOException {
    write(against(alone("loading", 0.5), 0.4, 0.75));

    assertThat(Files.readString(folder.resolve("one.md")))
        .contains("| refused |", "- loading: no ratio, as the machine was not quiet");
  }

  @Test
  void resultsAreNotReplaced() {
    write(alone("loading", 0.5));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(files()::check)
        .withMessageContaining("one.json: is there already");
    assertThat(files().free().name()).isEqualTo("one-2");
  }

  @Test
  void aNameIsNoPath() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(new ResultFiles(folder, "../one")::check)
        .withMessageContaining("--name");
  }

  private void write(WorkResult work) {
    files().write(benchmark("one", "2026-11-01", work));
  }

  private ResultFiles files() {
    return new ResultFiles(folder, "one");
  }
}
