package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.study.plan.StudyPlan.Axis;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyPlan.PaperValues;
import io.pix2pix.bench.study.pruning.Pruning;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.Tree;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import io.pix2pix.train.experiment.YamlLayout;
import io.pix2pix.train.experiment.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Writes a study with every value of every cell spelled out: itself a study that can be read. */
public final class StudyYaml {
  private static final ValueSource SOURCE = ValueSource.file("study");

  private final ExperimentWriter writer;

  /** Writes experiments with a writer. */
  public StudyYaml(ExperimentWriter writer) {
    this.writer = writer;
  }

  /** The study as YAML. */
  public String write(StudyPlan plan) {
    var keys = new LinkedHashMap<String, Tree>();
    keys.put("name", text(plan.name()));
    keys.put("title", text(plan.title()));
    if (!plan.caption().isEmpty()) {
      keys.put("caption", text(plan.caption()));
    }
    keys.put("scale", text(plan.scale()));
    keys.put("experiment", differences(writer.tree(plan.common())));
    if (!plan.axes().isEmpty()) {
      keys.put("axes", axes(plan));
    }
    keys.put("rows", items(rows(plan)));
    keys.put("seeds", items(seeds(plan)));
    keys.put(
        "metrics",
        items(plan.metrics().keySet().stream().map(line -> YamlText.value(line, SOURCE)).toList()));
    keys.put("pictures", number(plan.pictures()));
    plan.pruning()
        .map(pruning -> writer.line(Pruning.class, pruning))
        .ifPresent(line -> keys.put("pruning", YamlText.value(line, SOURCE)));
    plan.pairs().ifPresent(pairs -> keys.put("pairs", number(pairs)));
    plan.paper().ifPresent(paper -> keys.put("paper", paper(paper)));
    return YamlLayout.file(block(keys));
  }

  private static Block differences(Block experiment) {
    var entries = new LinkedHashMap<String, Tree>(experiment.entries());
    entries.remove("name");
    entries.remove("seed");
    return block(entries);
  }

  private static Block axes(StudyPlan plan) {
    return block(
        plan.axes().stream()
            .collect(ImmutableMap.toImmutableMap(Axis::name, axis -> values(axis))));
  }

  private static Block values(Axis axis) {
    return block(
        axis.values().stream()
            .collect(ImmutableMap.toImmutableMap(value -> value, value -> Block.empty(SOURCE))));
  }

  private ImmutableList<Tree> rows(StudyPlan plan) {
    long first = plan.cells().get(0).seed();
    return plan.cells().stream()
        .filter(cell -> cell.seed() == first)
        .map(this::row)
        .collect(toImmutableList());
  }

  private Tree row(Cell cell) {
    var keys = new LinkedHashMap<String, Tree>();
    keys.put("name", text(cell.title()));
    cell.values().forEach((axis, value) -> keys.put(axis, text(value)));
    keys.put("experiment", differences(writer.tree(cell.experiment())));
    return block(keys);
  }

  private static ImmutableList<Tree> seeds(StudyPlan plan) {
    return plan.cells().stream()
        .map(Cell::seed)
        .distinct()
        .<Tree>map(StudyYaml::number)
        .collect(toImmutableList());
  }

  private static Block paper(PaperValues paper) {
    var keys = new LinkedHashMap<String, Tree>();
    keys.put("data", text(paper.data()));
    keys.put("table", text(paper.table()));
    keys.put("cells", values(paper.cells()));
    keys.put("others", values(paper.others()));
    return block(keys);
  }

  private static Block values(Map<String, Map<String, Double>> rows) {
    var keys = new LinkedHashMap<String, Tree>();
    rows.forEach((name, values) -> keys.put(name, valuesOf(values)));
    return block(keys);
  }

  private static Block valuesOf(Map<String, Double> values) {
    var keys = new LinkedHashMap<String, Tree>();
    values.forEach((name, value) -> keys.put(name, new Scalar(DoubleNode.valueOf(value), SOURCE)));
    return block(keys);
  }

  private static Block block(Map<String, ? extends Tree> entries) {
    return new Block(ImmutableMap.copyOf(entries), SOURCE);
  }

  private static Items items(Iterable<? extends Tree> elements) {
    return new Items(ImmutableList.copyOf(elements), SOURCE);
  }

  private static Scalar text(String text) {
    return new Scalar(StringNode.valueOf(text), SOURCE);
  }

  private static Scalar number(long number) {
    return new Scalar(LongNode.valueOf(number), SOURCE);
  }
}
