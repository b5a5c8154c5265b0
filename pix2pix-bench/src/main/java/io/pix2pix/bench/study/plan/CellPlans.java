package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.plan.StudyPlan.Axis;
import io.pix2pix.train.experiment.Suggestion;
import io.pix2pix.train.experiment.Tree.Block;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which cells a study has: those of its rows where it has rows, else the full grid of its axes. */
final class CellPlans {
  static final String AXES = "axes";
  static final String ROWS = "rows";

  /** Each is read, checked and shown in every report; the paper's largest table has eight. */
  static final int MOST = 10_000;

  private static final String NAME = "name";
  private static final String EXPERIMENT = "experiment";

  private final Keys study;
  private final ImmutableMap<String, ImmutableMap<String, Keys>> axes;

  /**
   * @throws io.pix2pix.api.error.InvalidInputException if an axis has no values
   */
  CellPlans(Keys study) {
    this.study = study;
    axes = study.below(AXES).each((axis, keys) -> values(axis, keys));
  }

  private static ImmutableMap<String, Keys> values(String axis, Keys axes) {
    if (axis.equals(NAME) || axis.equals(EXPERIMENT)) {
      throw axes.problem(axis, "is a word of rows; call the axis something else");
    }
    var values = axes.below(axis).blocks();
    if (values.isEmpty()) {
      throw axes.problem(axis, "has no values; name some, each with what it changes");
    }
    return values;
  }

  ImmutableList<Axis> axes() {
    return axes.entrySet().stream()
        .map(axis -> new Axis(axis.getKey(), axis.getValue().keySet().asList()))
        .collect(toImmutableList());
  }

  /**
   * Refuses what a block says of axes or values that the study does not have.
   *
   * @param other by axis and value
   */
  void requireKnown(Keys other) {
    other.only(axes.keySet().asList());
    axes.forEach((axis, values) -> other.below(axis).only(values.keySet().asList()).blocks());
  }

  /**
   * @throws io.pix2pix.api.error.InvalidInputException if there is none, or two have one name
   */
  ImmutableList<CellPlan> all() {
    var all = study.find(ROWS).isPresent() ? rows() : grid();
    refuseDuplicates(all);
    return all;
  }

  private ImmutableList<CellPlan> grid() {
    if (axes.isEmpty()) {
      throw study.problem(AXES, "is empty; name what varies, or give rows");
    }
    refuseMore(count(), study, AXES);
    var values = axes.values().stream().<List<String>>map(axis -> axis.keySet().asList()).toList();
    return Lists.cartesianProduct(values).stream()
        .map(point -> named(point, study.below(AXES)))
        .collect(toImmutableList());
  }

  /** Counted without making them: there may be more than any machine could list. */
  private BigInteger count() {
    return axes.values().stream()
        .map(values -> BigInteger.valueOf(values.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /**
   * @throws InvalidInputException if these are more cells than a study may have
   */
  static void refuseMore(BigInteger cells, Keys where, String key) {
    if (cells.compareTo(BigInteger.valueOf(MOST)) > 0) {
      var count =
          cells.bitLength() < Long.SIZE ? "%,d".formatted(cells) : "10^" + (digits(cells) - 1);
      throw where.problem(
          key,
          "makes %s cells; a study has at most %,d: name fewer, or list cells as rows"
              .formatted(count, MOST));
    }
  }

  private static int digits(BigInteger number) {
    return number.toString().length();
  }

  private CellPlan named(List<String> point, Keys where) {
    var values = new LinkedHashMap<String, String>();
    Streams.forEachPair(axes.keySet().stream(), point.stream(), values::put);
    return cell(String.join(", ", point), values, ImmutableList.of(), where);
  }

  private ImmutableList<CellPlan> rows() {
    return study.rows(ROWS).stream().map(this::row).collect(toImmutableList());
  }

  private CellPlan row(Keys row) {
    var known = new ArrayList<String>(axes.keySet());
    known.add(NAME);
    known.add(EXPERIMENT);
    row.only(known);
    var values = new LinkedHashMap<String, String>();
    for (var axis : axes.keySet()) {
      row.textIfSaid(axis, "the name of a value of the axis")
          .ifPresent(value -> values.put(axis, checked(row, axis, value)));
    }
    var said = row.textIfSaid(NAME, "what a table calls the cell");
    if (said.isEmpty() && values.size() < Math.max(1, axes.size())) {
      throw row.problem(NAME, "is missing; a row that does not name a value of every axis has one");
    }
    var own = row.below(EXPERIMENT).differences();
    var title = said.orElse(String.join(", ", values.values()));
    return cell(title, values, ImmutableList.of(own), row);
  }

  private String checked(Keys row, String axis, String value) {
    var known = axes.getOrDefault(axis, ImmutableMap.of()).keySet();
    if (!known.contains(value)) {
      throw row.problem(axis, "unknown value \"" + value + "\"" + Suggestion.among(known, value));
    }
    return value;
  }

  private CellPlan cell(String title, Map<String, String> values, List<Block> own, Keys where) {
    var differences = ImmutableList.<Block>builder();
    axes.forEach(
        (axis, known) ->
            known.entrySet().stream()
                .filter(value -> value.getKey().equals(values.get(axis)))
                .forEach(value -> differences.add(value.getValue().differences())));
    return new CellPlan(title, ImmutableMap.copyOf(values), differences.addAll(own).build(), where);
  }

  private static void refuseDuplicates(ImmutableList<CellPlan> cells) {
    var titles = new HashMap<String, String>();
    for (var cell : cells) {
      var before = titles.put(cell.name(), cell.title());
      if (cell.name().isEmpty()) {
        throw cell.problem("\"" + cell.title() + "\" has neither letters nor digits; name it");
      } else if (before != null) {
        throw cell.problem(
            "\"%s\" and \"%s\" would share the folder %s; each cell needs a name of its own"
                .formatted(before, cell.title(), cell.name()));
      }
    }
  }

  /**
   * A cell before its experiment is read.
   *
   * @param title what a table calls it
   * @param values the value of each axis
   * @param differences to what the cells have in common; later ones lie over earlier ones
   * @param where the study file names it, for messages
   */
  record CellPlan(
      String title,
      ImmutableMap<String, String> values,
      ImmutableList<Block> differences,
      Keys where) {
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    /** Something is wrong with the cell. */
    InvalidInputException problem(String words) {
      return where.block().source().problem(where.at(), words);
    }

    /** The title in lower-case letters, digits and dashes. */
    String name() {
      var dashed = OTHER.matcher(Ascii.toLowerCase(title)).replaceAll("-");
      return dashed.replaceAll("^-+|-+$", "");
    }

    /**
     * The differences that a block says for the values of this cell.
     *
     * @param axes by axis and value
     */
    ImmutableList<Block> differencesIn(Keys axes) {
      return values.entrySet().stream()
          .map(value -> axes.below(value.getKey()).below(value.getValue()).differences())
          .collect(toImmutableList());
    }
  }
}
