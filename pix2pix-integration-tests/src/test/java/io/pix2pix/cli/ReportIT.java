package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIT {
  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static Path report;

  @BeforeAll
  static void reportOnRuns() throws IOException {
    pix2pix = new Pix2Pix(home);
    for (var seed : new String[] {"1", "2"}) {
      measured("plain-" + seed, "seed=" + seed);
    }
    measured("wide", "generator.filters=8");
    measured("smaller", "data.test=1");
    measured("silent", "generator.filters=6", "--noise", "off");
    measured("early", "generator.filters=10");
    pix2pix.trained(
        "early", "--set", "generator.filters=10", "--set", "training.epochs=4", "--resume");
    pix2pix.trained("unmeasured", "--set", "generator.filters=2");
    var broken = Files.createDirectory(pix2pix.runs().resolve("broken"));
    Files.writeString(broken.resolve("run.json"), "{\"seed\": 1");
    var answer = pix2pix.run("report", pix2pix.runs().toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    report = pix2pix.runs().resolve("report");
  }

  private static void measured(String name, String change, String... how) {
    var run = pix2pix.trained(name, "--set", change).toString();
    var command = Stream.concat(Stream.of("evaluate", run), Stream.of(how)).toArray(String[]::new);
    assertThat(pix2pix.run(command).code()).isZero();
  }

  @Test
  void theFolderIsAResearchCrate() throws IOException {
    var crate = ResearchCrateRules.read(report);

    crate.assertKept();
    assertThat(crate.root().path("name").asString()).isEqualTo("runs");
    assertThat(crate.files())
        .containsExactlyInAnyOrder("index.html", "table.md", "table.csv", "table.tex");
  }

  @Test
  void seedsOfOneExperimentMakeOneRow() throws IOException {
    var csv = Files.readString(report.resolve("table.csv"));

    assertThat(csv)
        .startsWith("table,cell,seed,metric,unit,better,value,deviation,seeds,low,high,best")
        .containsPattern("plain-1,all,l1,of 0 to 1,lower,0\\.\\d{6},0\\.\\d{6},2,0\\.\\d{6},")
        .containsPattern("plain-1,1,l1,.*\n")
        .containsPattern("plain-1,2,l1,.*\n")
        .containsPattern("wide,all,l1,of 0 to 1,lower,0\\.\\d{6},,1,");
  }

  @Test
  void valuesOfOtherImagesStandInATableOfTheirOwn() throws IOException {
    assertThat(Files.readString(report.resolve("table.csv")))
        .contains("\"drawn data, 2 images of split test\",wide,")
        .contains("\"drawn data, 1 image of split test\",smaller,")
        .doesNotContain("\"drawn data, 2 images of split test\",smaller,");
  }

  @Test
  void valuesThatWereMeasuredInAnotherWayStandInATableOfTheirOwn() throws IOException {
    assertThat(Files.readString(report.resolve("table.csv")))
        .contains("\"drawn data, 2 images of split test, with noise off\",silent,")
        .doesNotContain("\"drawn data, 2 images of split test\",silent,");
  }

  @Test
  void valuesOfAnEarlierCheckpointAreMarkedAndNothingIsBoldBesideThem() throws IOException {
    assertThat(Files.readString(report.resolve("table.md")))
        .containsPattern("early: measured at step \\d+ \\(earlier; the newest is \\d+\\)")
        .doesNotContain("**");
    assertThat(Files.readString(report.resolve("index.html")))
        .contains("(newest), trained weights, batch statistics, noise off");
  }

  @Test
  void showsNoMorePicturesThanWanted() {
    pix2pix
        .run("report", pix2pix.runs().toString(), "--pictures", "-1")
        .refuses(1, "--pictures -1: must be 0, for none, or more");
  }

  @Test
  void wantsAnswersWhereAFolderOfThemIsNamed() throws IOException {
    var empty = Files.createDirectories(home.resolve("unserved")).toString();

    pix2pix
        .run("report", pix2pix.runs().toString(), "--perception", empty)
        .refuses(1, "answers.sqlite: is not there");
  }

  @Test
  void whatHasNoFiguresIsMarked() throws IOException {
    assertThat(Files.readString(report.resolve("table.md")))
        .contains("| unmeasured (no values) | – |", "unmeasured, seed 1: not measured")
        .contains("| broken (no values) | – |", "half-written or damaged: run.json: is damaged");
    assertThat(Files.readString(report.resolve("index.html")))
        .contains("unmeasured <em>no values</em>", "broken <em>no values</em>");
  }

  @Test
  void thePageSaysWhatDiffersAndNeedsNoOtherFile() throws IOException {
    assertThat(Files.readString(report.resolve("index.html")))
        .contains("generator.filters", "generator · l1", "synthetic-facades")
        .contains("logarithm of the share of pixels over L")
        .doesNotContainPattern("(?:src|href)=\"(?!data:)[^\"#]");
  }

  @Test
  void latexIsOfTheKindThatPapersUse() throws IOException {
    assertThat(Files.readString(report.resolve("table.tex")))
        .contains("\\toprule", "\\bottomrule", "wide & ", "lab-histogram.L $\\uparrow$")
        .doesNotContain("±");
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    var before = Files.readString(report.resolve("index.html"));

    pix2pix.run("report", pix2pix.runs().toString());

    assertThat(report.resolve("index.html")).content().isEqualTo(before);
  }

  @Test
  void whatAnOlderReportAloneHadIsGone() throws IOException {
    var judged = Files.writeString(report.resolve("perception.csv"), "cell,share\n");

    pix2pix.run("report", pix2pix.runs().toString());

    assertThat(judged).doesNotExist();
  }

  @Test
  void refusesAFolderWithoutRuns() throws IOException {
    var empty = Files.createDirectories(home.resolve("empty")).toString();

    pix2pix.run("report", empty).refuses(1, "holds no runs; give the folder of a study");
    pix2pix.run("report", empty + "/none").refuses(1, "is not a folder");
  }
}
