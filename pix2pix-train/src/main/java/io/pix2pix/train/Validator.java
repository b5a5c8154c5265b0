package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.training.Validation;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.measure.Gauges;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.ValidationLog;
import io.pix2pix.train.translation.GeneratorSizes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Measures the generator on the pairs of the split {@code val} every few epochs, and keeps the
 * checkpoint that does best.
 */
final class Validator implements AutoCloseable {
  private static final String SPLIT = "val";

  private final Validation validation;
  private final Pairs pairs;
  private final Gauges gauges;

  private Validator(Validation validation, Pairs pairs, Gauges gauges) {
    this.validation = validation;
    this.pairs = pairs;
    this.gauges = gauges;
  }

  /**
   * Gets ready, if the experiment wants anything measured.
   *
   * @param folder with the data
   * @param cache where metrics may keep what is costly
   * @param work is told of what takes long
   * @throws InvalidInputException if it cannot be measured as the experiment says
   */
  static Optional<Validator> open(
      Experiment experiment, Optional<Path> folder, Path cache, ProgressListener work) {
    if (!check(experiment, folder, cache)) {
      return Optional.empty();
    }
    var validation = experiment.training().validation();
    var pairs = experiment.data().open(folder, SPLIT);
    var surroundings = new Surroundings(experiment.data(), folder, pairs, cache, work);
    return Optional.of(
        new Validator(validation, pairs, Gauges.open(validation.metrics(), surroundings)));
  }

  /**
   * Finds out what {@link #open} would refuse, without what takes long.
   *
   * @return whether the experiment wants anything measured
   * @throws InvalidInputException if it cannot be measured as the experiment says
   */
  static boolean check(Experiment experiment, Optional<Path> folder, Path cache) {
    var validation = experiment.training().validation();
    checkWanted(validation);
    if (validation.every() == 0) {
      return false;
    }
    if (!experiment.data().has(folder, SPLIT)) {
      throw new InvalidInputException(
          "training.validation.every: the data has no split val to measure on; add one, or set it"
              + " to 0");
    }
    var pairs = experiment.data().open(folder, SPLIT);
    GeneratorSizes.check(experiment.generator(), pairs);
    var surroundings = new Surroundings(experiment.data(), folder, pairs, cache, ProgressListener.NONE);
    checkBest(validation, Gauges.check(validation.metrics(), surroundings));
    return true;
  }

  private static void checkWanted(Validation validation) {
    boolean best = !validation.best().equals(Validation.NONE);
    if (validation.every() == 0 && best) {
      throw new InvalidInputException(
          "training.validation.best: nothing is measured by which it could be kept; set"
              + " training.validation.every to a number of epochs");
    } else if (validation.every() > 0 && validation.metrics().isEmpty()) {
      throw new InvalidInputException(
          "training.validation.metrics: names nothing to measure; for example [l1]");
    }
  }

  private static void checkBest(Validation validation, ImmutableList<Quantity> quantities) {
    var ranked =
        quantities.stream()
            .filter(quantity -> quantity.better() != Better.NEITHER)
            .map(Quantity::name)
            .toList();
    if (!validation.best().equals(Validation.NONE) && !ranked.contains(validation.best())) {
      throw new InvalidInputException(
          "training.validation.best: \"%s\" is not among what is measured: %s"
              .formatted(validation.best(), String.join(", ", ranked)));
    }
  }

  /**
   * Whether it is time: some epochs are over with this step.
   *
   * @param step steps done
   */
  boolean due(long step, Steps steps) {
    return steps.epochOf(step) / validation.every() > steps.epochOf(step - 1) / validation.every();
  }

  /** What was measured before, in the folder of a run. */
  ValidationLog log(RunFolder run, long done) {
    return ValidationLog.open(run.validation(), names(), done);
  }

  /** What the values of {@link #measure} are called. */
  ImmutableList<String> names() {
    return gauges.quantities().stream()
        .map(Quantity::name)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Measures once. A checkpoint is written before the log says that it is the best.
   *
   * @param step steps done
   * @return one for each of {@link #names}
   */
  double[] measure(long step, TrainingGraph graph, Checkpoints checkpoints, ValidationLog log) {
    var values = measure(graph);
    if (isBest(values, log)) {
      checkpoints.writeBest(step, graph.variables(), graph.session());
    }
    log.add(step, values);
    return values;
  }

  private double[] measure(TrainingGraph graph) {
    try (var model = graph.snapshot()) {
      return gauges
          .measure((condition, where, draw) -> model.generate(condition, draw), pairs, done -> {})
          .stream()
          .flatMapToDouble(measured -> DoubleStream.of(measured.values()))
          .toArray();
    }
  }

  private boolean isBest(double[] values, ValidationLog log) {
    int column = names().indexOf(validation.best());
    if (column < 0 || Double.isNaN(values[column])) {
      return false;
    }
    double sign = gauges.quantities().get(column).better() == Better.HIGHER ? 1 : -1;
    return log.rows().stream()
        .mapToDouble(row -> row.values().get(column))
        .noneMatch(before -> sign * before >= sign * values[column]);
  }

  @Override
  public void close() {
    gauges.close();
  }
}
