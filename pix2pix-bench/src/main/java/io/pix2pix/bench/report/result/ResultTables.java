package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.report.result.ReportedRun.MeasuredData;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.bench.report.result.ResultTable.Row;
import io.pix2pix.bench.study.plan.StudyPlan.PaperValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the tables of a report: one for each kind of data that its runs were measured on. */
public final class ResultTables {
  private final ReportSource source;

  private ResultTables(ReportSource source) {
    this.source = source;
  }

  /** The tables of a report: one for each set of images and way of measuring. */
  public static ImmutableList<ResultTable> of(ReportSource source) {
    return new ResultTables(source).tables();
  }

  private ImmutableList<ResultTable> tables() {
    var kinds = new ArrayList<MeasuredData>();
    source.cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .flatMap(run -> run.measuredData().stream())
        .filter(data -> kinds.stream().noneMatch(data::isLike))
        .forEach(kinds::add);
    if (kinds.isEmpty()) {
      return ImmutableList.of(table("nothing measured yet", source.cells(), Optional.empty()));
    }
    return kinds.stream()
        .map(
            kind ->
                table(kind.words(), cellsOf(kind, kind.equals(kinds.get(0))), Optional.of(kind)))
        .collect(toImmutableList());
  }

  /** Cells that have no values at all stand in the first table, with the reason. */
  private ImmutableList<ReportedCell> cellsOf(MeasuredData kind, boolean first) {
    return source.cells().stream()
        .filter(
            cell -> !counted(cell, Optional.of(kind)).isEmpty() || (first && hasNoFigures(cell)))
        .collect(toImmutableList());
  }

  private static boolean hasNoFigures(ReportedCell cell) {
    return cell.runs().stream().allMatch(run -> run.evaluation().isEmpty());
  }

  private ResultTable table(
      String heading, ImmutableList<ReportedCell> cells, Optional<MeasuredData> kind) {
    var runs = cells.stream().map(cell -> counted(cell, kind)).collect(toImmutableList());
    var values = TableValues.of(runs);
    var rows = ImmutableList.<Row>builder();
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      rows.add(
          new Row(
              cell.title(),
              Optional.of(cell),
              runs.get(i),
              problems(cell, kind),
              values.entries().get(i),
              cell.paper()));
    }
    rows.addAll(others(values.groundTruth()));
    return new ResultTable(
        heading, columns(values.columns(), cells), rows.build(), remarks(values, kind));
  }

  /** What is said of all cells stands below the first table. */
  private ImmutableList<String> remarks(TableValues values, Optional<MeasuredData> kind) {
    return ImmutableList.<String>builder()
        .addAll(kind.equals(firstKind()) ? source.remarks() : ImmutableList.of())
        .addAll(values.remarks())
        .build();
  }

  private Optional<MeasuredData> firstKind() {
    return source.cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .flatMap(run -> run.measuredData().stream())
        .findFirst();
  }

  /** The ground truth, whose values the paper may have, too; then what the paper alone has. */
  private ImmutableList<Row> others(ImmutableMap<String, Entry> truth) {
    var rows = ImmutableList.<Row>builder();
    var paper = source.others();
    if (!truth.isEmpty()) {
      rows.add(
          other(
              GroundTruth.TITLE, truth, paper.getOrDefault(GroundTruth.TITLE, ImmutableMap.of())));
    }
    paper.forEach(
        (title, values) -> {
          if (truth.isEmpty() || !title.equals(GroundTruth.TITLE)) {
            rows.add(other(title, ImmutableMap.of(), values));
          }
        });
    return rows.build();
  }

  private static Row other(
      String title, ImmutableMap<String, Entry> entries, ImmutableMap<String, Double> paper) {
    return new Row(title, Optional.empty(), ImmutableList.of(), ImmutableList.of(), entries, paper);
  }

  private static ImmutableList<ReportedRun> counted(
      ReportedCell cell, Optional<MeasuredData> kind) {
    return cell.runs().stream()
        .filter(
            run -> kind.isPresent() && run.measuredData().filter(kind.get()::isLike).isPresent())
        .collect(toImmutableList());
  }

  private static ImmutableList<String> problems(ReportedCell cell, Optional<MeasuredData> kind) {
    var counted = counted(cell, kind);
    return cell.runs().stream()
        .filter(run -> !counted.contains(run))
        .map(run -> "seed " + run.seed() + ": " + run.problem().orElseGet(() -> otherwise(run)))
        .collect(toImmutableList());
  }

  private static String otherwise(ReportedRun run) {
    return "measured on other data, or in another way ("
        + run.measuredData().orElseThrow().words()
        + ")";
  }

  /** What the paper alone has values of comes last; what people judged has a table of its own. */
  private static ImmutableList<MetricName> columns(
      ImmutableList<MetricName> measured, List<ReportedCell> cells) {
    var names = measured.stream().map(MetricName::name).collect(toImmutableList());
    var columns = ImmutableList.<MetricName>builder().addAll(measured);
    cells.stream()
        .flatMap(cell -> cell.paper().keySet().stream())
        .distinct()
        .filter(name -> !names.contains(name) && !name.equals(PaperValues.PERCEIVED))
        .forEach(
            name -> columns.add(new MetricName(name, "of the paper alone", Direction.NEITHER)));
    return columns.build();
  }
}
