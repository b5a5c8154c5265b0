package io.pix2pix.bench.study.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.pruning.Pruning;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.ValueSource;
import io.pix2pix.train.experiment.YamlText;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads studies, strictly. What is wrong is told in one line: {@code file: key: what is wrong; what
 * would be right}.
 */
public final class StudyReader {
  private static final String PRUNING = "pruning";
  private static final ImmutableList<String> KNOWN =
      ImmutableList.of(
          "name",
          "title",
          "caption",
          "scale",
          "base",
          "experiment",
          "axes",
          "rows",
          "seeds",
          "metrics",
          "pictures",
          PRUNING,
          "pairs",
          "paper",
          "small");
  private static final ImmutableList<String> SMALL =
      ImmutableList.of("experiment", CellPlans.AXES, "seeds", "metrics", "pictures", PRUNING);
  private static final String NAME = "lower-case letters, digits and dashes, for example table-1";
  private static final int PICTURES = 8;

  private static final InputFile FILE =
      new InputFile("a study file", InputFile.WRITTEN_BY_PROGRAMS);

  private final ExperimentReader reader;
  private final ExperimentWriter writer;
  private final PluginReader plugins;

  @Inject
  StudyReader(ExperimentReader reader, ExperimentWriter writer, PluginReader plugins) {
    this.reader = reader;
    this.writer = writer;
    this.plugins = plugins;
  }

  /**
   * Reads a study file and the experiments of all of its cells.
   *
   * @param file of the study
   * @param small whether its reduced scale is meant
   * @param changes {@code key=value} each, to the experiment of every cell; {@code seeds=3} and
   *     {@code seeds=[1, 2, 7]} are to the study
   * @throws InvalidInputException if a file cannot be read, or a key or value is not allowed
   */
  public StudyPlan read(Path file, boolean small, List<String> changes) {
    var study =
        new Keys(YamlText.block(FILE.text(file), ValueSource.file(file.toString())), KeyPath.ROOT);
    study.only(KNOWN);
    if (small && study.find(StudyPlan.SMALL).isEmpty()) {
      throw study.problem(StudyPlan.SMALL, "is missing; the study has no small scale");
    }
    var reduced = study.find(StudyPlan.SMALL).map(said -> study.below(StudyPlan.SMALL).only(SMALL));
    if (small) {
      return plan(new ParsedStudy(file, study, reduced, changes));
    }
    // What is wrong with the reduced scale is told now, not by whoever takes it for the first time.
    reduced.ifPresent(said -> plan(new ParsedStudy(file, study, reduced, ImmutableList.of())));
    return plan(new ParsedStudy(file, study, Optional.empty(), changes));
  }

  private StudyPlan plan(ParsedStudy said) {
    var study = said.study();
    var plans = new CellPlans(study);
    said.small().ifPresent(reduced -> plans.requireKnown(reduced.below(CellPlans.AXES)));
    var cells = plans.all();
    var metrics = metrics(said.of("metrics"));
    var name = name(study);
    var experiments = new CellExperiments(reader, said);
    var read = experiments.cells(cells);
    return new StudyPlan(
        name,
        study.text("title", "what the study shows, in a line"),
        study.textIfSaid("caption", "text").orElse(""),
        scale(said),
        experiments.common(name),
        plans.axes(),
        read,
        metrics,
        said.of("pictures").count("pictures", 0).orElse(PICTURES),
        study.count("pairs", 1),
        PaperReader.read(study, cells, metrics.keySet()),
        pruning(said.of(PRUNING), read));
  }

  private Optional<Pruning> pruning(Keys said, ImmutableList<Cell> cells) {
    var where = said.block().source().name() + ": " + said.at().child(PRUNING).dotted();
    var pruning = said.find(PRUNING).map(tree -> plugins.read(Pruning.class, tree, where));
    pruning.ifPresent(found -> new PruningCheck(said, found, plugins, writer).all(cells));
    return pruning;
  }

  private static String name(Keys study) {
    var name = study.text("name", NAME);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw study.problem("name", "must be %s, not \"%s\"".formatted(NAME, name));
    }
    return name;
  }

  private static String scale(ParsedStudy said) {
    if (said.small().isPresent()) {
      return StudyPlan.SMALL;
    }
    var scale = said.study().textIfSaid("scale", "full or small").orElse(StudyPlan.FULL);
    if (!scale.equals(StudyPlan.FULL) && !scale.equals(StudyPlan.SMALL)) {
      throw said.study().problem("scale", "must be full or small, not \"" + scale + "\"");
    }
    return scale;
  }

  private ImmutableMap<String, Metric> metrics(Keys said) {
    var items = said.items("metrics", "a list of metrics, for example [l1, ssim]");
    var metrics = ImmutableMap.<String, Metric>builder();
    for (int i = 0; i < items.size(); i++) {
      var where =
          said.block().source().name() + ": " + said.at().child("metrics").child(i).dotted();
      var metric = plugins.read(Metric.class, items.get(i), where);
      metrics.put(writer.line(Metric.class, metric), metric);
    }
    try {
      return metrics.buildOrThrow();
    } catch (IllegalArgumentException e) {
      throw said.problem("metrics", "names a metric twice; keep one of the two");
    }
  }

  /**
   * What a study file says, and what the user says beside it.
   *
   * @param file of the study
   * @param study its keys
   * @param small those of its reduced scale, if that is meant
   * @param changes {@code key=value} each, to the experiment of every cell
   */
  record ParsedStudy(Path file, Keys study, Optional<Keys> small, List<String> changes) {

    /** Who says a key: the reduced scale if it does. */
    Keys of(String key) {
      return small.filter(reduced -> reduced.find(key).isPresent()).orElse(study);
    }
  }
}
