package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/add-a-metric.md, whose files lie outside of this project. */
class AddAMetricIT {
  private static final Path GUIDE = Guides.root().resolve("docs/add-a-metric.md");

  @TempDir private static Path folder;

  private static GuideProject project;
  private static Path jar;
  private static PluginClassPath plugins;
  private static Path study;

  @BeforeAll
  static void buildTheJarAndDoTheStudy() throws Exception {
    project = GuideProject.write(GUIDE, folder.resolve("brightness"));
    jar = project.jar();
    plugins = new PluginClassPath(jar);
    var file = project.folder().resolve("brightness.yaml").toString();
    var done = Terminal.run("study", file, "--runs", folder.toString());
    assertThat(done.exitCode()).as(done.output()).isZero();
    study = folder.resolve("brightness");
    report();
  }

  @AfterAll
  static void putTheClassPathBack() throws Exception {
    plugins.close();
  }

  private static void report() {
    var report = Terminal.run("report", folder.resolve("brightness").toString());
    assertThat(report.exitCode()).as(report.output()).isZero();
  }

  /** Of two seeds, an interval is known only where images were drawn for both of them. */
  @Test
  void itsValuesStandInTheTableWithIntervalsOverImages() throws Exception {
    var row = row("one", "all", "brightness.correlation");

    double value = Double.parseDouble(row[6]);
    assertThat(row[8]).isEqualTo("2");
    assertThat(Double.parseDouble(row[9])).isLessThan(value);
    assertThat(Double.parseDouble(row[10])).isGreaterThan(value);
  }

  @Test
  void theBetterCellIsFoundByComparingDrawsOfTheSameImages() throws Exception {
    assertThat(row("ten", "all", "brightness.correlation")[11]).isEqualTo("best");
    assertThat(row("one", "all", "brightness.correlation")[11]).isEmpty();
    assertThat(row("ten", "all", "brightness.deviation")[11]).isEmpty();
  }

  @Test
  void whatItSaysOfTargetsIsTheGroundTruth() throws Exception {
    var truth = row("ground truth", "all", "brightness.deviation");

    assertThat(Double.parseDouble(truth[6])).isBetween(1.0, 255.0);
    assertThat(rows()).noneMatch(row -> row[2].equals("all") && row[3].contains("of-targets"));
  }

  /**
   * With white at 1, statistics would not give the stored deviations: nothing could be compared.
   */
  @Test
  void settingsComeFromWhatTheEvaluationStoredAndNotFromTheStudy() throws Exception {
    var state = study.resolve("study.json");
    var text = Files.readString(state);
    assertThat(text).contains("white: 255");
    Files.writeString(state, text.replace("white: 255", "white: 1"));

    report();

    assertThat(row("ten", "all", "brightness.correlation")[11]).isEqualTo("best");
    Files.writeString(state, text);
  }

  @Test
  void withoutTheJarAReportShowsItsValuesAndComparesOnlyTheOthers() throws Exception {
    plugins.close();
    try {
      report();
    } finally {
      plugins = new PluginClassPath(jar);
    }

    var row = row("ten", "all", "brightness.correlation");
    assertThat(row[6]).isNotEmpty();
    assertThat(row[9]).isEmpty();
    assertThat(row[11]).isEmpty();
    assertThat(row("ten", "all", "l1")[9]).isNotEmpty();
    report();
  }

  @Test
  void itsTestsPass() throws Exception {
    assertThat(project.runTests(jar, "org.example.brightness.BrightnessTest")).isEqualTo(2);
  }

  private static String[] row(String cell, String seed, String metric) throws Exception {
    return rows().stream()
        .filter(row -> row[1].equals(cell) && row[2].equals(seed) && row[3].equals(metric))
        .findFirst()
        .orElseThrow();
  }

  /** No cell but the heading, which comes first, has a comma. */
  private static List<String[]> rows() throws Exception {
    return Files.readAllLines(study.resolve("report/table.csv")).stream()
        .map(line -> line.replaceFirst("^\"[^\"]*\"", "table").split(",", -1))
        .toList();
  }
}
