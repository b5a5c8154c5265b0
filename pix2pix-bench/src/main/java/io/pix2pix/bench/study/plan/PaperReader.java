package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.bench.study.plan.CellPlans.CellPlan;
import io.pix2pix.bench.study.plan.StudyPlan.PaperValues;
import io.pix2pix.train.experiment.Suggestion;
import io.pix2pix.train.experiment.Tree;
import io.pix2pix.train.experiment.Tree.ValueSource;
import io.pix2pix.train.experiment.YamlText;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a study file says of the paper. */
final class PaperReader {
  private static final ImmutableList<String> KNOWN =
      ImmutableList.of("data", "table", "cells", "others");

  private PaperReader() {}

  /**
   * @param cells that the study has: values of any other are refused
   * @param metrics lines of YAML: values of any other metric are refused
   */
  static Optional<PaperValues> read(
      Keys study, ImmutableList<CellPlan> cells, ImmutableSet<String> metrics) {
    if (study.find("paper").isEmpty()) {
      return Optional.empty();
    }
    var paper = study.below("paper").only(KNOWN);
    var titles = cells.stream().map(CellPlan::title).distinct().collect(toImmutableList());
    var known = values(metrics);
    return Optional.of(
        new PaperValues(
            paper.text("data", "the data set of the paper's numbers"),
            paper.text("table", "where the paper has them"),
            rows(paper.below("cells").only(titles), known),
            rows(paper.below("others"), known)));
  }

  private static ImmutableList<String> values(ImmutableSet<String> metrics) {
    return Stream.concat(metrics.stream().map(PaperReader::name), Stream.of(PaperValues.PERCEIVED))
        .collect(toImmutableList());
  }

  private static String name(String metric) {
    var block = YamlText.block(metric, ValueSource.file("metric"));
    return block.get("name").flatMap(Tree::text).orElse("");
  }

  private static ImmutableMap<String, Map<String, Double>> rows(
      Keys rows, ImmutableList<String> metrics) {
    return rows.each(
        (row, keys) -> keys.below(row).each((value, of) -> number(value, of, metrics)));
  }

  /** A value is called as its metric, or as that and a part of it after a point. */
  private static double number(String value, Keys row, ImmutableList<String> metrics) {
    if (metrics.stream().noneMatch(name -> (value + ".").startsWith(name + "."))) {
      throw row.problem(
          value, "is no value of the study's metrics" + Suggestion.among(metrics, value));
    }
    return row.number(value);
  }
}
