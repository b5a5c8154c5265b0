package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.train.checkpoint.Checkpoints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        arguments("run.json", "", "run.json: is damaged"),
        arguments("run.json", "null", "run.json: is damaged"),
        arguments("run.json", "[1]", "run.json: is damaged"));
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
    Files.writeString(run.resolve("run.json"), "[1]");
    var experiment = Files.readString(run.resolve("experiment.yaml"));

    pix2pix
        .train("run", "--resume", "--set", "training.epochs=4")
        .refuses(1, "run.json: is damaged");

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

  @ParameterizedTest
  @ValueSource(strings = {"changed", "torn", "missing"})
  void usesTheExperimentThatTheRunWroteWhereTheFileIsNot(String how) throws IOException {
    var experiment = run.resolve("experiment.yaml");
    var written = Files.readString(experiment);
    switch (how) {
      case "changed" -> Files.writeString(experiment, written.replace("filters: 4", "filters: 5"));
      case "torn" -> Files.writeString(experiment, "a: [");
      default -> Files.delete(experiment);
    }

    var measured = pix2pix.run("evaluate", run.toString());
    var resumed = pix2pix.train("run", "--resume");

    assertThat(measured.code()).as(measured.err()).isZero();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains(experiment + ": ")
        .contains("the experiment that the run wrote is used");
    assertThat(experiment).hasContent(written);
    assertThat(run.resolve("metrics.csv")).exists();
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        arguments("step,l1\n1,x\n", "is damaged; it is kept as "),
        arguments("", "is damaged; it is kept as "),
        arguments("\0\0\0\0", "is damaged; it is kept as "));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void measuresAndGoesOnWithDamagedLosses(String content, String words) throws IOException {
    var log = run.resolve("losses.csv");
    Files.writeString(log, content);

    var measured = pix2pix.run("evaluate", run.toString());
    var resumed = pix2pix.train("run", "--resume", "--set", "training.epochs=4");

    assertThat(measured.code()).as(measured.err()).isZero();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(run.resolve("losses.csv.damaged-1")).hasContent(content);
    assertThat(log).content().startsWith("step,generator.").contains("\n13,").doesNotContain("12,");
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains(log + ": " + words)
        .contains(log + ": has no rows of steps 1-12; the weights are those of all steps");
  }

  @Test
  void saysThatADigitChangedWhichIsStillADigit() throws IOException {
    pix2pix.run("evaluate", run.toString());
    changeADigit(run.resolve("losses.csv"), "\n2,(\\d+)\\.");
    changeADigit(run.resolve("metrics.csv"), ",l1,(\\d+)\\.");

    var reported = pix2pix.run("report", pix2pix.runs().toString());
    var resumed = pix2pix.train("run", "--resume", "--set", "training.epochs=4");

    assertThat(reported.code()).as(reported.err()).isZero();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            changed("metrics.csv", "its values are shown as they are; evaluate anew"),
            changed("losses.csv", "its rows are taken as they are"),
            changed("losses.csv", "its rows are kept as they are"));
  }

  private String changed(String file, String then) {
    return "pix2pix: %s: is not what pix2pix wrote, it was changed or is damaged; %s"
        .formatted(run.resolve(file), then);
  }

  private static void changeADigit(Path file, String pattern) throws IOException {
    var text = Files.readString(file);
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).isTrue();
    Files.writeString(file, text.substring(0, found.start(1)) + "7" + text.substring(found.end(1)));
  }

  @Test
  void aReportSaysThatARunIsDamaged() throws IOException {
    pix2pix.run("evaluate", run.toString());
    Files.writeString(run.resolve("run.json"), "[1]");

    var answer = pix2pix.run("report", pix2pix.runs().toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains("run.json: is damaged")
        .contains("the report has a mark in place of the run's values");
  }

  @Test
  void aReportSaysThatStatisticsAndLossesAreDamagedOrMissing() throws IOException {
    pix2pix.run("evaluate", run.toString());
    Files.delete(run.resolve("losses.csv"));
    cut(run.resolve("evaluations").resolve(statistics()));

    var answer = pix2pix.run("report", pix2pix.runs().toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains("losses.csv: is missing; the page has no plots of the run")
        .contains(statistics() + ": ")
        .contains("values are shown without what follows from it, evaluate anew");
  }

  private String statistics() throws IOException {
    try (var files = Files.list(run.resolve("evaluations"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".safetensors"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void makesAnewWhatIsMissing() throws IOException {
    for (var name : List.of("samples", "events")) {
      MoreFiles.deleteRecursively(run.resolve(name), RecursiveDeleteOption.ALLOW_INSECURE);
    }
    Files.writeString(run.resolve("events"), "no folder");
    Files.delete(run.resolve("losses.csv"));

    var measured = pix2pix.run("evaluate", run.toString());
    var resumed = pix2pix.train("run", "--resume", "--set", "training.epochs=4");

    assertThat(measured.code()).as(measured.err()).isZero();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(run.resolve("samples/step-000016.png")).exists();
    assertThat(run.resolve("events")).isNotEmptyDirectory();
    assertThat(run.resolve("events.damaged-1")).hasContent("no folder");
    assertThat(run.resolve("metrics.csv")).isNotEmptyFile();
  }

  @Test
  void keepsDamagedMetricsBesideThoseThatAreWhole() throws IOException {
    pix2pix.run("evaluate", run.toString());
    var metrics = run.resolve("metrics.csv");
    var whole = Files.readAllLines(metrics);
    var damaged = Files.readString(metrics).replace("\ntest,12,", "\ntest,12\",") + "val,3,trai";
    Files.writeString(metrics, damaged);

    var answer = pix2pix.run("evaluate", run.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(metrics).hasContent(String.join("\n", whole) + "\n");
    assertThat(run.resolve("metrics.csv.damaged-1")).hasContent(damaged);
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains(metrics + ": is damaged; it is kept as ");
  }

  @Test
  void theCheckpointOfAnotherRunIsPassedOver() throws IOException {
    new Pix2Pix(home).trained("other", "--set", "seed=9");
    Files.copy(
        home.resolve("runs/other/checkpoints/step-00000012.safetensors"),
        checkpoint(12),
        StandardCopyOption.REPLACE_EXISTING);

    pix2pix.run("evaluate", run.toString());

    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains("step-00000012.safetensors: belongs to another run, ")
        .contains("fell back to step-00000010.safetensors");
  }

  @Test
  void aCheckpointThatDoesNotFitTheNetworksIsPassedOver() throws IOException {
    new Checkpoints(run.resolve("checkpoints"), 9).write(13, List.of());

    var measured = pix2pix.run("evaluate", run.toString());
    var answer = pix2pix.train("run", "--resume");

    assertThat(measured.code()).as(measured.err()).isZero();
    assertThat(run.resolve("metrics.csv")).content().contains("\ntest,12,").doesNotContain(",13,");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .hasLineCount(2)
        .contains("step-00000013.safetensors: has no tensor \"")
        .contains("fell back to step-00000012.safetensors");
  }

  @Test
  void saysThatItStartsAgainWhereAllCheckpointsAreGone() throws IOException {
    for (int step : List.of(5, 10, 12)) {
      Files.delete(checkpoint(step));
    }
    Files.delete(run.resolve("checkpoints"));

    var answer = pix2pix.train("run", "--resume");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "pix2pix: "
                + run
                + ": has no checkpoint, though 12 steps were done; training starts again at step"
                + " 0\n");
    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
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
