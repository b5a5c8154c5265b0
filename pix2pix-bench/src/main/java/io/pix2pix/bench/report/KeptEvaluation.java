package io.pix2pix.bench.report;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.evaluation.Subject;
import io.pix2pix.train.measure.Figure;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The evaluation of a run that a report shows: of split {@code test}, else {@code val}, the newest
 * checkpoint, and of several such the last in {@code metrics.csv}.
 *
 * @param subject what was evaluated
 * @param figures in their order
 * @param images names of the images, in the order of the evidence; none where they were not kept
 * @param evidence a safetensors file, which may be missing
 */
record KeptEvaluation(
    Subject subject, ImmutableList<Figure> figures, ImmutableList<String> images, Path evidence) {
  private static final int CELLS = 12;
  private static final ImmutableList<String> SPLITS = ImmutableList.of("train", "val", "test");

  /**
   * Reads it, if the run was measured.
   *
   * @throws InvalidInputException if a file is damaged
   */
  static Optional<KeptEvaluation> read(RunFolder run) {
    if (Files.notExists(run.metrics())) {
      return Optional.empty();
    }
    var all = new LinkedHashMap<Subject, ImmutableList.Builder<Figure>>();
    for (var line : lines(run.metrics()).stream().skip(1).toList()) {
      var cells = line.split(",", -1);
      add(all, cells, run.metrics());
    }
    return newest(all).map(found -> of(run, found.getKey(), found.getValue().build()));
  }

  private static KeptEvaluation of(RunFolder run, Subject subject, ImmutableList<Figure> figures) {
    var table = run.evaluations().resolve(subject.file() + ".csv");
    var images = Files.exists(table) ? names(table) : ImmutableList.<String>of();
    var evidence = run.evaluations().resolve(subject.file() + ".safetensors");
    return new KeptEvaluation(subject, figures, images, evidence);
  }

  /** Of equal ones, the last wins. */
  private static Optional<Map.Entry<Subject, ImmutableList.Builder<Figure>>> newest(
      Map<Subject, ImmutableList.Builder<Figure>> all) {
    Comparator<Subject> bySplit = Comparator.comparing(one -> SPLITS.indexOf(one.split()));
    var order = bySplit.thenComparing(Subject::step);
    return all.entrySet().stream()
        .reduce((one, next) -> order.compare(one.getKey(), next.getKey()) > 0 ? one : next);
  }

  private static void add(
      Map<Subject, ImmutableList.Builder<Figure>> all, String[] cells, Path file) {
    try {
      if (cells.length != CELLS) {
        throw new IllegalArgumentException("a row has " + cells.length + " cells");
      }
      var subject =
          new Subject(
              cells[0],
              Long.parseLong(cells[1]),
              cells[2],
              cells[3],
              cells[4],
              Integer.parseInt(cells[5]));
      all.computeIfAbsent(subject, key -> ImmutableList.builder()).add(figure(cells));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s: is damaged (%s); remove it, and evaluate anew".formatted(file, e.getMessage()), e);
    }
  }

  private static Figure figure(String[] cells) {
    var better = Better.valueOf(cells[11].toUpperCase(Locale.ROOT));
    var interval = new Interval(number(cells[8]), number(cells[9]));
    return new Figure(new Quantity(cells[6], cells[10], better), number(cells[7]), interval);
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static ImmutableList<String> names(Path table) {
    return lines(table).stream()
        .skip(1)
        .map(KeptEvaluation::firstCell)
        .collect(ImmutableList.toImmutableList());
  }

  private static String firstCell(String line) {
    if (!line.startsWith("\"")) {
      return line.substring(0, Math.max(0, line.indexOf(',')));
    }
    int end = line.indexOf("\",");
    return line.substring(1, Math.max(1, end)).replace("\"\"", "\"");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + "); evaluate anew", e);
    }
  }
}
