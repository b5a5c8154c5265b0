package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import io.pix2pix.testing.FinishedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the benchmark measures; never how fast. */
class BenchIT {
  @TempDir Path folder;

  @Test
  void measuresAWorkWritesItsFilesAndReadsThemAgain() throws IOException {
    var answer = bench("--quick", "--works", "step-64-batch-4", "--layers", "--name", "one");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("step-64-batch-4", "Wrote", "one.html");
    assertThat(Files.readString(out().resolve("one.md"))).contains("--quick", "step-64-batch-4");
    assertThat(Files.readString(out().resolve("one.html"))).contains("--quick", "<svg");
    var result = json(Files.readString(out().resolve("one.json")));
    assertThat(result.at("/circumstances/quick").booleanValue()).isTrue();
    assertThat(result.at("/works/0/ourRounds").size()).isEqualTo(2);
    assertThat(result.at("/works/0/ours").doubleValue()).isPositive();
    assertThat(result.at("/roofline/layers/0/name").stringValue()).isEqualTo("generator/encoder1");
    assertThat(result.at("/roofline/layers/0/seconds").doubleValue()).isPositive();
    var one = out().resolve("one.json").toString();
    assertThat(new Pix2Pix(folder).run("bench", "--compare", one, one).out())
        .contains("step-64-batch-4", "+0.0 %");
    assertThat(new Pix2Pix(folder).run("bench", "--history", out().toString()).code()).isZero();
    assertThat(Files.readString(out().resolve("README.md"))).contains("one (quick)");
  }

  @Test
  void printsALineOfJsonForEachWork() {
    var answer =
        bench("--quick", "--rounds", "1", "--works", "step-64-batch-4,loading", "--format", "json");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).hasLineCount(2);
    var lines = answer.out().lines().map(BenchIT::json).toList();
    assertThat(lines.get(0).at("/work").stringValue()).isEqualTo("step-64-batch-4");
    assertThat(lines.get(1).at("/work").stringValue()).isEqualTo("loading");
    for (var line : lines) {
      assertThat(line.at("/ours").doubleValue()).isPositive();
      assertThat(line.at("/theirs").isNull()).isTrue();
      assertThat(line.at("/ratio").isNull()).isTrue();
      assertThat(line.at("/unit").stringValue()).startsWith("s");
      assertThat(line.at("/spread").isNumber()).isTrue();
    }
  }

  @Test
  void refusesWhatItCannotMeasure() {
    bench("--works", "step").refuses(1, "unknown work \"step\"", "start-to-first-step");
    bench("--rounds", "0").refuses(1, "--rounds: must be at least 1");
    bench("--name", "a/b").refuses(1, "--name");
  }

  @Test
  void saysHowToInstallAnOpponentThatIsMissing() {
    bench("--against", "pytorch", "--python", "no-python-here")
        .refuses(1, "no-python-here", "-m pip install torch numpy pillow");
  }

  @Test
  void takesTurnsWithPytorch() throws Exception {
    assumeThat(hasPytorch()).as("python3 has torch, numpy and pillow").isTrue();

    var answer =
        bench(
            "--quick",
            "--against",
            "pytorch",
            "--rounds",
            "1",
            "--works",
            "step-64-batch-4,loading",
            "--format",
            "json");

    assertThat(answer.code()).as(answer.err()).isZero();
    var lines = answer.out().lines().map(BenchIT::json).toList();
    assertThat(lines).hasSize(2);
    for (var line : lines) {
      assertThat(line.at("/theirs").doubleValue()).as(line.toString()).isPositive();
    }
  }

  private boolean hasPytorch() throws InterruptedException {
    try {
      var look = ImmutableList.of("python3", "-c", "import torch, numpy, PIL");
      return FinishedProgram.run(folder, look).exitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Pix2Pix.Answer bench(String... more) {
    var command = new String[] {"bench", "--out", out().toString()};
    return new Pix2Pix(folder).run(ObjectArrays.concat(command, more, String.class));
  }

  private Path out() {
    return folder.resolve("bench");
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }
}
