package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedRunIT extends CopiedRun {
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

  @ParameterizedTest
  @ValueSource(strings = {"\"run\" : \"", "\"processors\" : ", "\"value\" : \"", "\"experimen"})
  void measuresAndGoesOnWithARecordInWhichABitIsFlipped(String before) throws IOException {
    var record = run.resolve("run.json");
    var written = Files.readAllBytes(record);
    var damaged = written.clone();
    damaged[new String(written, StandardCharsets.ISO_8859_1).indexOf(before) + before.length()] ^=
        1;
    Files.write(record, damaged);

    var measured = pix2pix.run("evaluate", run.toString());
    var resumed = pix2pix.train("run", "--resume", "--data-changed");

    assertThat(measured.code()).as(measured.err()).isZero();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(warnings())
        .contains(record + ": is not what the run wrote, its checksum does not fit; ")
        .contains(record + ": is damaged; it is kept as " + record + ".damaged-1");
    assertThat(run.resolve("run.json.damaged-1")).hasBinaryContent(damaged);
    assertThat(identity(record)).isEqualTo(identity(whole.resolve("run.json")));
    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
  }

  private static String identity(Path record) throws IOException {
    return Files.readString(record).replaceAll("(?s).*\"run\" : \"(\\w{64})\".*", "$1");
  }

  @Test
  void aSampleThatTheLastStepDidNotLeaveIsMadeAnew() throws IOException {
    var sample = run.resolve("samples/step-000012.png");
    var drawn = Files.readAllBytes(sample);
    Files.delete(sample);

    pix2pix.trained("run", "--resume");

    assertThat(sample).hasBinaryContent(drawn);
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
    assertThat(warnings())
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
    assertThat(warnings())
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
    assertThat(warnings().lines())
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
    assertThat(warnings())
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
    assertThat(warnings())
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
    assertThat(warnings()).contains(metrics + ": is damaged; it is kept as ");
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
}
