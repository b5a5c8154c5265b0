package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedRunIT {
  @TempDir static Path home;
  private static Path whole;

  @TempDir Path folder;
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();
  private Pix2Pix pix2pix;
  private Path run;

  @BeforeAll
  static void train() {
    whole = new Pix2Pix(home).trained("run");
  }

  @BeforeEach
  void copyTheRun() throws IOException {
    pix2pix = new Pix2Pix(folder);
    run = pix2pix.runs().resolve("run");
    Files.createDirectories(run.getParent());
    try (var files = Files.walk(whole)) {
      for (var file : files.toList()) {
        Files.copy(file, run.resolve(whole.relativize(file).toString()));
      }
    }
    System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveStandardErrorBack() {
    System.setErr(standardError);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments("experiment.yaml", "a: [", "experiment.yaml: line 1: is not valid YAML"),
        arguments("run.json", "", "run.json: is damaged"),
        arguments("run.json", "null", "run.json: is damaged"),
        arguments("run.json", "[1]", "run.json: is damaged"),
        arguments("losses.csv", "step,l1\n1,x\n", "losses.csv: "));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void namesADamagedFile(String file, String content, String words) throws IOException {
    Files.writeString(run.resolve(file), content);

    pix2pix.run("evaluate", run.toString()).refuses(1, words);
    pix2pix.train("run", "--resume").refuses(1, words);
  }

  @Test
  void aResumeThatIsRefusedLeavesTheExperimentAsItWas() throws IOException {
    Files.delete(run.resolve("losses.csv"));
    var experiment = Files.readString(run.resolve("experiment.yaml"));

    pix2pix
        .train("run", "--resume", "--set", "training.epochs=4")
        .refuses(1, "losses.csv: is missing; put back the file with its first 12 steps");

    assertThat(run.resolve("experiment.yaml")).hasContent(experiment);
  }

  @Test
  void fallsBackToTheCheckpointBeforeADamagedOneAndResumesToTheSameLosses() throws IOException {
    cut(checkpoint(12));

    var answer = pix2pix.train("run", "--resume");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .hasLineCount(1)
        .startsWith("pix2pix: " + checkpoint(12) + ": ")
        .contains("fell back to step-00000010.safetensors");
    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
    assertThat(checkpoint(12))
        .hasSameBinaryContentAs(whole.resolve("checkpoints/step-00000012.safetensors"));
  }

  @Test
  void saysInOneLineThatNoCheckpointIsWhole() throws IOException {
    for (int step : List.of(5, 10, 12)) {
      cut(checkpoint(step));
    }

    pix2pix.run("evaluate", run.toString()).refuses(1, "none of its 3 checkpoints is whole; ");
    pix2pix.train("run", "--resume").refuses(1, "none of its 3 checkpoints is whole; ");
    assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void saysThatThereIsNoCheckpoint() throws IOException {
    for (int step : List.of(5, 10, 12)) {
      Files.delete(checkpoint(step));
    }

    pix2pix.run("evaluate", run.toString()).refuses(1, "has no checkpoint yet; train it further");
  }

  @Test
  void namesAWeightThatDoesNotFitTheExperiment() throws IOException {
    var experiment = run.resolve("experiment.yaml");
    Files.writeString(experiment, Files.readString(experiment).replace("filters: 4", "filters: 5"));

    pix2pix
        .run("evaluate", run.toString())
        .refuses(1, "generator/encoder1/kernel", "[4, 4, 3, 5]; put back");
  }

  @Test
  void namesTheSplitsThereAre() {
    pix2pix
        .run("evaluate", run.toString(), "--split", "tset")
        .refuses(1, "no split tset; it has train, val and test");
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    pix2pix.run("evaluate", folder.toString()).refuses(1, folder + ": is not a run", "no run.json");
  }

  private Path checkpoint(int step) {
    return run.resolve(String.format("checkpoints/step-%08d.safetensors", step));
  }

  private static void cut(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }
}
