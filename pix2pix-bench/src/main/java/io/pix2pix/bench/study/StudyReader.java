package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.Metric;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.KeyPath;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.experiment.Source;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.YamlLayout;
import io.pix2pix.train.experiment.YamlText;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads studies, strictly. What is wrong is told in one line: {@code file: key: what is wrong; what
 * would be right}.
 */
public final class StudyReader {
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
          "pairs",
          "paper",
          "small");
  private static final ImmutableList<String> SMALL =
      ImmutableList.of("experiment", CellPlans.AXES, "seeds", "metrics", "pictures");
  private static final int PICTURES = 8;

  private final ExperimentReader experiments;
  private final ExperimentWriter writer;
  private final PluginReader plugins;

  @Inject
  StudyReader(ExperimentReader experiments, ExperimentWriter writer, PluginReader plugins) {
    this.experiments = experiments;
    this.writer = writer;
    this.plugins = plugins;
  }

  /**
   * Reads a study file and the experiments of all of its cells.
   *
   * @param file of the study
   * @param small whether its smaller twin is meant
   * @param changes {@code key=value} each, to the experiment of every cell
   * @throws InvalidInputException if a file cannot be read, or a key or value is not allowed
   */
  public StudyPlan read(Path file, boolean small, List<String> changes) {
    var study = new Keys(YamlText.block(text(file), Source.file(file.toString())), KeyPath.ROOT);
    study.only(KNOWN);
    if (small && study.find(StudyPlan.SMALL).isEmpty()) {
      throw study.problem(StudyPlan.SMALL, "is missing; the study has no small scale");
    }
    var twin = study.below(StudyPlan.SMALL).only(SMALL);
    return plan(new Said(file, study, small ? Optional.of(twin) : Optional.empty(), changes));
  }

  private StudyPlan plan(Said said) {
    var study = said.study();
    var plans = new CellPlans(study);
    said.small().ifPresent(twin -> plans.requireKnown(twin.below(CellPlans.AXES)));
    var cells = plans.all();
    var metrics = metrics(said.of("metrics"));
    var name = study.text("name", "lower-case letters, digits and dashes");
    return new StudyPlan(
        name,
        study.text("title", "what the study shows, in a line"),
        study.textIfSaid("caption", "text").orElse(""),
        scale(said),
        experiment(said, ImmutableList.of(), ImmutableList.of(), ImmutableList.of("name=" + name)),
        plans.axes(),
        cells(said, cells),
        metrics,
        said.of("pictures").whole("pictures", 0).map(Math::toIntExact).orElse(PICTURES),
        study.whole("pairs", 1).map(Math::toIntExact),
        PaperReader.read(study, cells, metrics.keySet()));
  }

  private static String scale(Said said) {
    return said.small().isPresent()
        ? StudyPlan.SMALL
        : said.study().textIfSaid("scale", "full or small").orElse(StudyPlan.FULL);
  }

  private ImmutableList<Cell> cells(Said said, ImmutableList<CellPlan> plans) {
    var seeds = said.of("seeds").wholes("seeds");
    if (ImmutableSet.copyOf(seeds).size() < seeds.size()) {
      throw said.of("seeds").problem("seeds", "names a seed twice; keep one of the two");
    }
    return plans.stream()
        .flatMap(plan -> seeds.stream().map(seed -> cell(said, plan, seed)))
        .collect(toImmutableList());
  }

  private Cell cell(Said said, CellPlan plan, long seed) {
    var own = ImmutableList.of("name=" + plan.name() + "-seed-" + seed, "seed=" + seed);
    var small = said.small().map(twin -> plan.differencesIn(twin.below(CellPlans.AXES)));
    var experiment = experiment(said, plan.differences(), small.orElse(ImmutableList.of()), own);
    return new Cell(plan.name(), plan.title(), plan.values(), experiment);
  }

  /** What is small lies over what varies: a plug-in that a cell names gets its size too. */
  private Experiment experiment(
      Said said, List<Block> differences, List<Block> small, List<String> own) {
    var layers = ImmutableList.<Block>builder();
    layers.add(said.study().below("experiment").differences());
    layers.addAll(differences);
    said.small().ifPresent(twin -> layers.add(twin.below("experiment").differences()));
    layers.addAll(small);
    var base =
        said.study()
            .textIfSaid("base", "an experiment file")
            .map(name -> said.file().resolveSibling(name).normalize());
    var source = Source.file(said.file().toString());
    var start = Block.empty(source).with(YamlText.block("name: cell", source).entries());
    var all = Iterables.concat(ImmutableList.of(start), layers.build());
    return experiments.read(
        base,
        ImmutableList.copyOf(all),
        source,
        ImmutableList.copyOf(Iterables.concat(said.changes(), own)));
  }

  private ImmutableMap<String, Metric> metrics(Keys said) {
    var items = said.items("metrics", "a list of metrics, for example [l1, ssim]");
    var metrics = ImmutableMap.<String, Metric>builder();
    for (int i = 0; i < items.size(); i++) {
      var where =
          said.block().source().name() + ": " + said.at().child("metrics").child(i).dotted();
      var metric = plugins.read(Metric.class, YamlLayout.line(items.get(i)), where);
      metrics.put(writer.line(Metric.class, metric), metric);
    }
    try {
      return metrics.buildOrThrow();
    } catch (IllegalArgumentException e) {
      throw said.problem("metrics", "names a metric twice; keep one of the two");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); give the path of a study file", e);
    }
  }

  /** What the file says, and what the user says beside it. */
  private record Said(Path file, Keys study, Optional<Keys> small, List<String> changes) {
    /** Who says a key: the small twin if it does. */
    Keys of(String key) {
      return small.filter(twin -> twin.find(key).isPresent()).orElse(study);
    }
  }
}
