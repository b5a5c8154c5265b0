package io.pix2pix.bench.speed.result;

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

class ResultJsonTest {
  @TempDir Path folder;

  @Test
  void aLineHasMediansRatioUnitAndSpread() {
    var line = ResultJson.line(against(alone("loading", 2, 1.5, 2.5), 0.1, 3, 3, 3), false);

    assertThat(line)
        .startsWith(
            "{\"work\":\"loading\",\"ours\":2.0,\"theirs\":3.0,\"ratio\":1.5,\"unit\":\"s\"")
        .contains("\"spread\":0.5", "\"theirSpread\":0.0", "\"variant\":\"fused\"")
        .contains("\"quick\":false")
        .doesNotContain("\n");
  }

  @Test
  void withoutAnOpponentTheirsAndRatioAreNull() {
    assertThat(ResultJson.line(alone("loading", 2), true))
        .contains("\"theirs\":null,\"ratio\":null", "\"quick\":true");
  }

  @Test
  void aRefusedRatioIsNullAndSaysWhy() {
    assertThat(ResultJson.line(against(alone("loading", 2), 0.5, 3), false))
        .contains("\"ratio\":null", "the machine was not quiet");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var result =
        benchmark(
            "one",
            "2026-11-01",
            against(alone("loading", 2, 3), 0.5, 3, 4),
            alone("peak-memory", 1));
    var file = Files.writeString(folder.resolve("one.json"), ResultJson.file(result));

    assertThat(ResultJson.read(file)).isEqualTo(result);
  }

  @Test
  void refusesAFileThatIsSomethingElse() throws IOException {
    var file = Files.writeString(folder.resolve("a.json"), "{\"name\": \"x\"}");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ResultJson.read(file))
        .withMessageContaining("a.json: is no result of `pix2pix bench`");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ResultJson.read(folder.resolve("b.json")))
        .withMessageContaining("b.json: is no file");
  }
}
