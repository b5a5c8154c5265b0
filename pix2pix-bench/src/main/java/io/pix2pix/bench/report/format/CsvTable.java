package io.pix2pix.bench.report.format;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.bench.report.result.ResultTable;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.bench.report.result.ResultTable.Row;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.Csv;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables in CSV. */
public final class CsvTable {
  private static final ImmutableList<String> HEADER =
      ImmutableList.of(
          "table",
          "cell",
          "seed",
          "metric",
          "unit",
          "better",
          "value",
          "deviation",
          "seeds",
          "low",
          "high",
          "best",
          "paper",
          "problem");

  private static final ImmutableList<String> JUDGED =
      ImmutableList.of(
          "study",
          "cell",
          "other",
          "participants",
          "trials",
          "percent",
          "low",
          "high",
          "p",
          "paper");

  /** Columns between a value and what is wrong with it. */
  private static final int EMPTY = 6;

  private CsvTable() {}

  /** The file of all values with interval and seed, a line each; what failed has a line, too. */
  public static String of(List<ResultTable> tables) {
    var rows = tables.stream().flatMap(CsvTable::rows);
    return Csv.text(Stream.concat(Stream.of(HEADER), rows).toList());
  }

  private static Stream<ImmutableList<String>> rows(ResultTable table) {
    var remarks = table.remarks().stream().map(remark -> problem(table, "", remark));
    return Stream.concat(table.rows().stream().flatMap(row -> rows(table, row)), remarks);
  }

  private static Stream<ImmutableList<String>> rows(ResultTable table, Row row) {
    var means = table.names().stream().flatMap(metric -> mean(table, row, metric).stream());
    var seeds = row.runs().stream().flatMap(run -> seed(table, row, run));
    var problems = row.problems().stream().map(problem -> problem(table, row.title(), problem));
    var early = row.endedEarly().stream().flatMap(run -> early(table, row, run));
    return Stream.of(means, seeds, early, problems).flatMap(rows -> rows);
  }

  /** Under a name of its own, so that nobody takes it for a value of a run that was done. */
  private static Stream<ImmutableList<String>> early(ResultTable table, Row row, ReportedRun run) {
    return run.endedEarly().stream()
        .map(
            early ->
                Stream.of(
                        Stream.of(table.heading(), row.title(), Long.toString(run.seed())),
                        Stream.of("validation." + early.metric().name(), early.metric().unit()),
                        Stream.of(EvaluationKey.word(early.metric().direction())),
                        Stream.of(Csv.number(early.value())),
                        Stream.generate(() -> "").limit(EMPTY),
                        Stream.of(early.words()))
                    .flatMap(cells -> cells)
                    .collect(toImmutableList()));
  }

  private static Optional<ImmutableList<String>> mean(
      ResultTable table, Row row, MetricName metric) {
    var paper = row.paper(metric).map(Csv::number);
    var measured =
        row.entry(metric)
            .map(entry -> new Numbers(entry, paper.orElse("")))
            .map(numbers -> row(table, row, "all", metric, numbers));
    return measured.or(
        () -> paper.map(value -> row(table, row, "", metric, Numbers.ofPaper(value))));
  }

  private static Stream<ImmutableList<String>> seed(ResultTable table, Row row, ReportedRun run) {
    var seed = Long.toString(run.seed());
    return run.evaluation().orElseThrow().values().stream()
        .map(value -> row(table, row, seed, value.metric(), new Numbers(value)));
  }

  private static ImmutableList<String> row(
      ResultTable table, Row row, String seed, MetricName metric, Numbers numbers) {
    return Stream.of(
            Stream.of(table.heading(), row.title(), seed, metric.name(), metric.unit()),
            Stream.of(EvaluationKey.word(metric.direction())),
            numbers.cells(),
            Stream.of(""))
        .flatMap(cells -> cells)
        .collect(toImmutableList());
  }

  private static ImmutableList<String> problem(ResultTable table, String cell, String problem) {
    var empty = Stream.generate(() -> "").limit(HEADER.size() - 3);
    return Stream.of(Stream.of(table.heading(), cell), empty, Stream.of(problem))
        .flatMap(cells -> cells)
        .collect(toImmutableList());
  }

  /**
   * The file of what people have judged: a line for each cell, then one for each difference of two,
   * which {@code other} names. Shares and differences are in percent.
   */
  public static String judged(List<PerceptualTable> tables) {
    var rows = tables.stream().flatMap(CsvTable::rows);
    return Csv.text(Stream.concat(Stream.of(JUDGED), rows).toList());
  }

  private static Stream<ImmutableList<String>> rows(PerceptualTable table) {
    return Stream.concat(
        table.rows().stream().map(row -> row(table, row)),
        table.comparisons().stream().map(comparison -> row(table, comparison)));
  }

  private static ImmutableList<String> row(PerceptualTable table, PerceptualTable.Row row) {
    var found = row.found();
    var interval = found.map(PerceptionResults.Row::interval).orElse(Interval.UNKNOWN);
    return ImmutableList.of(
        table.heading(),
        row.title(),
        "",
        found.map(one -> Integer.toString(one.participants())).orElse(""),
        found.map(one -> Integer.toString(one.trials())).orElse(""),
        found.map(one -> percent(one.labeledReal())).orElse(""),
        percent(interval.low()),
        percent(interval.high()),
        "",
        row.paper().map(Csv::number).orElse(""));
  }

  private static ImmutableList<String> row(PerceptualTable table, Comparison comparison) {
    return ImmutableList.of(
        table.heading(),
        comparison.first(),
        comparison.second(),
        "",
        "",
        percent(comparison.difference()),
        percent(comparison.interval().low()),
        percent(comparison.interval().high()),
        Csv.number(comparison.significance()),
        "");
  }

  private static String percent(double share) {
    return Csv.number(100 * share);
  }

  /** The cells from the value to that of the paper. */
  private record Numbers(
      String value, String deviation, String seeds, Interval interval, String best, String paper) {
    private Numbers(Entry entry, String paper) {
      this(
          Csv.number(entry.mean()),
          Csv.number(entry.deviation()),
          Integer.toString(entry.seeds()),
          entry.interval(),
          entry.best() ? "best" : "",
          paper);
    }

    private Numbers(MetricValue value) {
      this(Csv.number(value.value()), "", "", value.interval(), "", "");
    }

    private static Numbers ofPaper(String paper) {
      return new Numbers("", "", "", Interval.UNKNOWN, "", paper);
    }

    private Stream<String> cells() {
      var low = Csv.number(interval.low());
      var high = Csv.number(interval.high());
      return Stream.of(value, deviation, seeds, low, high, best, paper);
    }
  }
}
