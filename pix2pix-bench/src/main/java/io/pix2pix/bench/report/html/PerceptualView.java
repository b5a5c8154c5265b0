package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.report.result.PaperNote;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.PerceptualTable.Words;
import io.pix2pix.bench.report.result.ReportSource;
import java.util.List;

/**
 * What people have judged, as the page shows it.
 *
 * @param heading after the name of the section; with its colon, or empty
 * @param papers the title of the paper's column, where it has numbers
 * @param compared the comparisons, where there are some
 */
record PerceptualView(
    String heading,
    List<String> papers,
    ImmutableList<Line> lines,
    List<ImmutableList<Difference>> compared,
    ImmutableList<String> remarks,
    boolean judged,
    String legend,
    String note) {

  static PerceptualView of(ReportSource source, PerceptualTable table) {
    var differences =
        table.comparisons().stream().map(PerceptualView::difference).collect(toImmutableList());
    return new PerceptualView(
        table.heading().isEmpty() ? "" : ": " + table.heading(),
        table.hasPaper() ? List.of(PaperNote.label(source)) : List.of(),
        table.rows().stream().map(row -> line(table, row)).collect(toImmutableList()),
        differences.isEmpty() ? List.of() : List.of(differences),
        table.remarks(),
        table.isJudged(),
        PerceptualTable.LEGEND,
        table.hasPaper() ? PaperNote.ofParticipants(source) : "");
  }

  private static Line line(PerceptualTable table, PerceptualTable.Row row) {
    return new Line(
        row.title(),
        Words.share(row),
        Words.interval(row),
        Words.participants(row),
        Words.trials(row),
        table.hasPaper() ? List.of(Words.paper(row)) : List.of());
  }

  private static Difference difference(Comparison comparison) {
    return new Difference(
        Words.pair(comparison),
        Words.difference(comparison),
        Words.interval(comparison),
        Words.significance(comparison),
        Words.verdict(comparison));
  }

  record Line(
      String title,
      String share,
      String interval,
      String participants,
      String trials,
      List<String> paper) {}

  record Difference(
      String pair, String points, String interval, String significance, String verdict) {}
}
