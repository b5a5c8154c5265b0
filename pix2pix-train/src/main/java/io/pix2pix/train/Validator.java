package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.api.training.Validation;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.measure.MetricAccumulators;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.ValidationLog;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.Translator;
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
  private final MetricAccumulators accumulators;

  private Validator(Validation validation, Pairs pairs, MetricAccumulators accumulators) {
    this.validation = validation;
    this.pairs = pairs;
    this.accumulators = accumulators;
  }

  /**
   * Gets ready, if the experiment wants anything measured.
   *
   * @param data that is trained on
   * @param cache where metrics may keep what is costly
   * @param work is told of what takes long
   * @throws InvalidInputException if it cannot be measured as the experiment says
   */
  static Optional<Validator> open(
      Experiment experiment, OpenedDataset data, Path cache, ProgressListener work) {
    if (!check(experiment, data, cache)) {
      return Optional.empty();
    }
    var validation = experiment.training().validation();
    var pairs = data.split(SPLIT);
    var context = new EvaluationContext(data, pairs, cache, work);
    return Optional.of(
        new Validator(validation, pairs, MetricAccumulators.open(validation.metrics(), context)));
  }

  /**
   * Finds out what {@link #open} would refuse, without what takes long.
   *
   * @return whether the experiment wants anything measured
   * @throws InvalidInputException if it cannot be measured as the experiment says
   */
  static boolean check(Experiment experiment, OpenedDataset data, Path cache) {
    var validation = experiment.training().validation();
    checkWanted(validation);
    if (validation.every() == 0) {
      return false;
    }
    if (!data.has(SPLIT)) {
      throw new InvalidInputException(
          "training.validation.every: the data has no split val to measure on; add one, or set it"
              + " to 0");
    }
    var pairs = data.split(SPLIT);
    GeneratorSizes.check(experiment.generator(), pairs);
    var context = new EvaluationContext(data, pairs, cache, ProgressListener.NONE);
    checkBest(validation, MetricAccumulators.check(validation.metrics(), context));
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

  private static void checkBest(Validation validation, ImmutableList<MetricName> names) {
    var ranked =
        names.stream()
            .filter(metric -> metric.direction() != Direction.NEITHER)
            .map(MetricName::name)
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
  ValidationLog log(RunFolder run, long done, Steps steps) {
    boolean measured = done > 0 && steps.epochOf(done) / validation.every() > 0;
    return ValidationLog.open(run.validation(), names(), done, measured);
  }

  /** What the values of {@link #measure} are called. */
  ImmutableList<String> names() {
    return accumulators.names().stream()
        .map(MetricName::name)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Measures once. A checkpoint is written before the log says that it is the best.
   *
   * @return one for each of {@link #names}
   */
  double[] measure(TrainingSession session, Checkpoints checkpoints, ValidationLog log) {
    var values = measure(session);
    if (isBest(values, log)) {
      session.saveBest(checkpoints);
    }
    log.add(session.steps(), values);
    return values;
  }

  private double[] measure(TrainingSession session) {
    try (var model = session.snapshot()) {
      return accumulators
          .measure(
              (conditions, draw) ->
                  model.generate(conditions.stream().map(Translator.Input::image).toList(), draw),
              pairs,
              done -> {})
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
    double sign = accumulators.names().get(column).direction() == Direction.HIGHER ? 1 : -1;
    return log.rows().stream()
        .mapToDouble(row -> row.values().get(column))
        .noneMatch(before -> sign * before >= sign * values[column]);
  }

  @Override
  public void close() {
    accumulators.close();
  }
}
