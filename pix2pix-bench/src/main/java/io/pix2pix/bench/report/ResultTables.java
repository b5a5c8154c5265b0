package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.report.ResultTable.Row;
import io.pix2pix.train.measure.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the tables of a report: one for each kind of data that its runs were measured on. */
final class ResultTables {
  private final ReportSource source;

  private ResultTables(ReportSource source) {
    this.source = source;
  }

  static ImmutableList<ResultTable> of(ReportSource source) {
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

  /** Cells that have no figures at all stand in the first table, with the reason. */
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
    var entries = new ArrayList<Map<String, Entry>>();
    cells.forEach(cell -> entries.add(new LinkedHashMap<>()));
    var measured = measured(runs);
    measured.stream()
        .map(quantity -> MetricOfRun.metric(quantity.name()))
        .distinct()
        .forEach(metric -> compare(metric, measured, runs, entries));
    var rows = ImmutableList.<Row>builder();
    for (int i = 0; i < cells.size(); i++) {
      var own = ImmutableMap.copyOf(entries.get(i));
      rows.add(new Row(cells.get(i), runs.get(i), problems(cells.get(i), kind), own));
    }
    return new ResultTable(heading, columns(measured, cells), rows.build(), source.others());
  }

  private static void compare(
      String metric,
      ImmutableList<Quantity> measured,
      ImmutableList<ImmutableList<ReportedRun>> runs,
      List<Map<String, Entry>> entries) {
    var quantities =
        measured.stream()
            .filter(quantity -> MetricOfRun.metric(quantity.name()).equals(metric))
            .collect(toImmutableList());
    var cells = runs.stream().map(cell -> of(metric, quantities, cell)).collect(toImmutableList());
    var found = new Comparison(quantities, cells).entries();
    for (int cell = 0; cell < found.size(); cell++) {
      for (int i = 0; i < found.get(cell).size(); i++) {
        entries.get(cell).put(quantities.get(i).name(), found.get(cell).get(i));
      }
    }
  }

  /** Only runs that have all figures of the metric. */
  private static ImmutableList<MetricOfRun> of(
      String metric, ImmutableList<Quantity> quantities, ImmutableList<ReportedRun> runs) {
    return runs.stream()
        .flatMap(run -> run.evaluation().stream())
        .flatMap(evaluation -> MetricOfRun.of(evaluation, metric).stream())
        .filter(found -> found.figures().stream().map(Figure::quantity).toList().equals(quantities))
        .collect(toImmutableList());
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
        .map(run -> "seed " + run.seed() + ": " + run.problem().orElse("measured on other data"))
        .collect(toImmutableList());
  }

  private static ImmutableList<Quantity> measured(ImmutableList<ImmutableList<ReportedRun>> runs) {
    return runs.stream()
        .flatMap(List::stream)
        .flatMap(run -> run.evaluation().stream())
        .flatMap(evaluation -> evaluation.figures().stream())
        .map(Figure::quantity)
        .distinct()
        .collect(toImmutableList());
  }

  /** What the paper alone has figures of comes last. */
  private static ImmutableList<Quantity> columns(
      ImmutableList<Quantity> measured, ImmutableList<ReportedCell> cells) {
    var names = measured.stream().map(Quantity::name).collect(toImmutableList());
    var columns = ImmutableList.<Quantity>builder().addAll(measured);
    cells.stream()
        .flatMap(cell -> cell.paper().keySet().stream())
        .distinct()
        .filter(name -> !names.contains(name))
        .forEach(name -> columns.add(new Quantity(name, "of the paper alone", Better.NEITHER)));
    return columns.build();
  }
}
