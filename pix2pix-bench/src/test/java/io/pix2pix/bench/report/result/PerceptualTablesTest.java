package io.pix2pix.bench.report.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.perception.AnsweredStudy;
import io.pix2pix.bench.report.format.CsvTable;
import io.pix2pix.bench.report.format.LatexTable;
import io.pix2pix.bench.report.format.MarkdownTable;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceptualTablesTest {
  @TempDir private Path folder;

  /** Seeds 1 and 2 of L1 had a participant each: 1 and 3 of 4 trials, so 4 of 8 together. */
  @Test
  void countsParticipantsOfAllSeedsOfACellTogether() {
    AnsweredStudy.in(folder.resolve("perception"), 4)
        .add("l1-seed-1", 1)
        .add("gan-seed-1", 0)
        .add("l1-seed-2", 3);

    var table = tables(ImmutableMap.of()).get(0);

    assertThat(table.heading()).isEqualTo("perception");
    assertThat(table.rows())
        .extracting(PerceptualTable.Row::title)
        .containsExactly("L1", "GAN"); // as the cells, not by name
    var first = table.rows().get(0).found().orElseThrow();
    assertThat(first.participants()).isEqualTo(2);
    assertThat(first.trials()).isEqualTo(8);
    assertThat(first.labeledReal()).isEqualTo(0.5, within(1e-9));
    assertThat(table.comparisons()).hasSize(1);
  }

  @Test
  void showsTheNumbersOfThePaperBesideOursAndWhoseTheyAre() {
    AnsweredStudy.in(folder.resolve("perception"), 4).add("l1-seed-1", 1).add("l1-seed-2", 3);

    var source = source(ImmutableMap.of("perceived-real", 18.9));
    var tables = new PerceptualTables(source).in(folder, Optional.empty());

    assertThat(MarkdownTable.of(source, List.of(), tables))
        .contains("| *paper, Google Maps †, %* |")
        .containsPattern("\\| L1 \\| 50\\.0 \\[25\\.0, 75\\.0] \\| 2 \\| 8 \\| \\*18\\.9\\* \\|")
        .contains("† The paper's own numbers (Table 4, Google Maps): of another data set");
    assertThat(LatexTable.of(source, List.of(), tables))
        .contains("L1 & 50.0 & {\\scriptsize [25.0, 75.0]} & 2 & 8 & \\textit{18.9} \\\\");
    assertThat(CsvTable.judged(tables))
        .contains("perception,L1,,2,8,50.000000,25.000000,75.000000,,18.900000\n");
  }

  @Test
  void showsThePapersNumbersAloneWhereNobodyWasAsked() {
    var table = tables(ImmutableMap.of("perceived-real", 18.9)).get(0);

    assertThat(table.isJudged()).isFalse();
    assertThat(table.rows()).extracting(PerceptualTable.Row::title).containsExactly("L1", "GAN");
  }

  @Test
  void tellsOfRunsThatAreNotInTheReportAndOfDamagedAnswers() throws IOException {
    AnsweredStudy.in(folder.resolve("a"), 4).add("elsewhere", 1);
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("b/answers.sqlite"), "no database, but long enough to be one");

    var tables = tables(ImmutableMap.of());

    assertThat(tables.get(0).remarks()).contains("elsewhere: is not among the runs of this report");
    assertThat(tables.get(1).remarks().get(0)).startsWith("answers.sqlite: cannot be used");
  }

  private ImmutableList<PerceptualTable> tables(ImmutableMap<String, Double> paper) {
    return new PerceptualTables(source(paper)).in(folder, Optional.empty());
  }

  private ReportSource source(ImmutableMap<String, Double> paper) {
    return new ReportSource(
        "Title",
        "",
        "",
        ImmutableList.of(
            cell("L1", paper, "l1-seed-1", "l1-seed-2"), cell("GAN", paper, "gan-seed-1")),
        ImmutableList.of(),
        folder,
        "Table 4, Google Maps",
        ImmutableMap.of());
  }

  private ReportedCell cell(String title, ImmutableMap<String, Double> paper, String... names) {
    var runs = ImmutableList.<ReportedRun>builder();
    for (var name : names) {
      runs.add(
          new ReportedRun(
              new RunFolder(folder.resolve("cells").resolve(name)),
              1,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("not measured")));
    }
    return new ReportedCell(title, ImmutableList.of(), runs.build(), paper);
  }
}
