package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.train.measure.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Values of cells that were measured on the same images of the same data, in the same way.
 *
 * @param heading what they were measured on
 * @param names the columns
 * @param rows one for each cell, then what is no cell
 * @param remarks what keeps values from being compared
 */
public record ResultTable(
    String heading,
    ImmutableList<MetricName> names,
    ImmutableList<Row> rows,
    ImmutableList<String> remarks) {
  private static final String SINGLE = "values of images";

  /**
   * The columns in parts that fit a page: one for each metric of several values, and one for all
   * that have a single value.
   */
  public ImmutableList<Part> parts() {
    var groups = new LinkedHashMap<String, List<MetricName>>();
    for (var name : names) {
      var metric = name.metric();
      long size = names.stream().filter(other -> other.metric().equals(metric)).count();
      groups.computeIfAbsent(size > 1 ? metric : SINGLE, key -> new ArrayList<>()).add(name);
    }
    return groups.entrySet().stream()
        .map(group -> part(group.getKey(), ImmutableList.copyOf(group.getValue())))
        .collect(toImmutableList());
  }

  private Part part(String name, ImmutableList<MetricName> columns) {
    var shown =
        rows.stream()
            .filter(row -> row.cell().isPresent() || columns.stream().anyMatch(row::says))
            .collect(toImmutableList());
    return new Part(name, columns, shown);
  }

  /** What is wrong with runs, a line each, with the title of the cell. */
  public ImmutableList<String> problems() {
    return rows.stream()
        .flatMap(row -> row.problems().stream().map(why -> row.title() + ", " + why))
        .collect(toImmutableList());
  }

  /** The numbers of a column, for the digits that it wants. */
  public double[] column(MetricName metric) {
    return rows.stream()
        .flatMap(row -> row.entry(metric).stream())
        .mapToDouble(Entry::mean)
        .toArray();
  }

  /** The paper's own value as the paper prints it; empty where it has none. */
  public String paper(Row row, MetricName metric) {
    var column =
        rows.stream().flatMap(one -> one.paper(metric).stream()).mapToDouble(d -> d).toArray();
    return row.paper(metric).map(Digits.printed(column)::text).orElse("");
  }

  /** Whether a row has a value of the paper in some of the columns. */
  public static boolean hasPaper(Row row, List<MetricName> columns) {
    return columns.stream().anyMatch(metric -> row.paper(metric).isPresent());
  }

  /** Columns that stand together, and the rows that have something to say in them. */
  public record Part(String name, ImmutableList<MetricName> names, ImmutableList<Row> rows) {}

  /**
   * A row.
   *
   * @param title of it
   * @param cell that it shows; none of what is no cell, such as the ground truth
   * @param runs of the cell that its values come from
   * @param problems of the others, in one line each
   * @param entries by the name of the value
   * @param paper the paper's own values, by name
   */
  public record Row(
      String title,
      Optional<ReportedCell> cell,
      ImmutableList<ReportedRun> runs,
      ImmutableList<String> problems,
      ImmutableMap<String, Entry> entries,
      ImmutableMap<String, Double> paper) {

    /** An entry, if the row has such a value. */
    public Optional<Entry> entry(MetricName metric) {
      return Optional.ofNullable(entries.get(metric.name()));
    }

    /** The paper's own value, if it has one. */
    public Optional<Double> paper(MetricName metric) {
      return Optional.ofNullable(paper.get(metric.name()));
    }

    /** How much of a cell is there: empty where all of it is. */
    public String state() {
      if (problems.isEmpty()) {
        return "";
      }
      boolean isPruned =
          cell.filter(one -> one.runs().stream().allMatch(run -> run.endedEarly().isPresent()))
              .isPresent();
      return isPruned ? "pruned" : runs.isEmpty() ? "no values" : "incomplete";
    }

    /** Runs that the study ended early. */
    public ImmutableList<ReportedRun> endedEarly() {
      return cell.stream()
          .flatMap(one -> one.runs().stream())
          .filter(run -> run.endedEarly().isPresent())
          .collect(toImmutableList());
    }

    private boolean says(MetricName metric) {
      return entry(metric).isPresent() || paper(metric).isPresent();
    }
  }

  /**
   * A value in the table.
   *
   * @param mean over seeds
   * @param deviation the standard deviation over seeds, of a sample; not a number with one seed
   * @param seeds how many
   * @param interval of the mean, over images
   * @param best whether it is better than that of every other cell, beyond the interval of the
   *     difference
   */
  public record Entry(double mean, double deviation, int seeds, Interval interval, boolean best) {

    /** The same, not called best. */
    Entry unjudged() {
      return new Entry(mean, deviation, seeds, interval, false);
    }
  }

  /** How to read a table, in the words that stand below each. */
  public static final class Legend {
    public static final String TEXT =
        "Mean over seeds ± standard deviation over seeds; in brackets the 95 % bootstrap interval"
            + " of the mean over images. Bold: the best, where the 95 % interval of its difference"
            + " to every other cell leaves out zero, in 1000 paired draws of the same images. That"
            + " tests the choice of images; how much another seed changes a value is what ± says."
            + " Nothing is bold where cells have different numbers of seeds, or evaluations kept no"
            + " evidence of single images.";

    private Legend() {}
  }
}
