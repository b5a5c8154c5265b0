package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.plan.CellPlans.CellPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyReader.ParsedStudy;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/**
 * Reads the experiments of a study's cells.
 *
 * @param experiments reads one
 * @param said what the study says
 */
record CellExperiments(ExperimentReader experiments, ParsedStudy said) {
  private static final Pattern OWN = Pattern.compile("\\s*(name|seed)\\s*=.*", Pattern.DOTALL);

  /**
   * @throws InvalidInputException if the user changes what belongs to the study
   */
  CellExperiments {
    for (var change : said.changes()) {
      if (OWN.matcher(change).matches()) {
        throw new InvalidInputException(
            "--set " + change + ": is given by the study; change it in " + said.file());
      }
    }
  }

  /**
   * Every cell, with each seed.
   *
   * @throws InvalidInputException if an experiment cannot be read, or two cells have the same
   */
  ImmutableList<Cell> cells(ImmutableList<CellPlan> plans) {
    var seeds = Seeds.of(said);
    var runs = BigInteger.valueOf(plans.size()).multiply(BigInteger.valueOf(seeds.size()));
    CellPlans.refuseMore(runs, said.of("seeds"), "seeds");
    var known = new HashMap<Experiment, String>();
    var cells = ImmutableList.<Cell>builder();
    for (var plan : plans) {
      var ofPlan = seeds.stream().map(seed -> cell(plan, seed)).collect(toImmutableList());
      refuseEqual(plan, known.put(ofPlan.get(0).unnamed(), plan.title()));
      cells.addAll(ofPlan);
    }
    return cells.build();
  }

  /** Two names for one experiment would train it twice, and look like a finding. */
  private static void refuseEqual(CellPlan plan, @Nullable String other) {
    if (other != null) {
      throw plan.problem(
          "\"%s\" and \"%s\" are the same experiment; let them differ, or leave one of them out"
              .formatted(other, plan.title()));
    }
  }

  private Cell cell(CellPlan plan, long seed) {
    var own = ImmutableList.of("name=" + plan.name() + "-seed-" + seed, "seed=" + seed);
    var small = said.small().map(reduced -> plan.differencesIn(reduced.below(CellPlans.AXES)));
    var experiment = experiment(plan.differences(), small.orElse(ImmutableList.of()), own);
    return new Cell(plan.name(), plan.title(), plan.values(), experiment);
  }

  /** What the cells start from. */
  Experiment common(String name) {
    return experiment(ImmutableList.of(), ImmutableList.of(), ImmutableList.of("name=" + name));
  }

  /** What is small lies over what varies: a plug-in that a cell names gets its size too. */
  private Experiment experiment(List<Block> differences, List<Block> ofSmall, List<String> own) {
    var layers = ImmutableList.<Block>builder();
    var source = ValueSource.file(said.file().toString());
    layers.add(named(source));
    layers.add(said.study().below("experiment").differences());
    layers.addAll(differences);
    said.small().ifPresent(small -> layers.add(small.below("experiment").differences()));
    layers.addAll(ofSmall);
    return experiments.read(
        base(),
        layers.build(),
        source,
        Stream.concat(
                said.changes().stream().filter(change -> !Seeds.isChange(change)), own.stream())
            .collect(toImmutableList()));
  }

  /** Every cell replaces it by a name of its own. */
  private static Block named(ValueSource source) {
    return new Block(
        ImmutableMap.of("name", new Scalar(StringNode.valueOf("cell"), source)), source);
  }

  private Optional<Path> base() {
    var name = said.study().textIfSaid("base", "an experiment file");
    if (name.isPresent() && name.get().indexOf('\0') >= 0) {
      throw said.study()
          .problem("base", "is no name of a file; give the path of an experiment file");
    }
    var base = name.map(its -> said.file().resolveSibling(its).normalize());
    if (base.isPresent() && !Files.isRegularFile(base.get())) {
      throw said.study()
          .problem(
              "base",
              "there is no file %s; give the path of an experiment file, from the folder of the study"
                  .formatted(base.get().toAbsolutePath()));
    }
    return base;
  }
}
