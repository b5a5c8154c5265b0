package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.bench.study.CellCheck.NetworkKind;
import io.pix2pix.bench.study.execution.CellRunner;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.train.Steps;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says before a study runs what its cells are, and how long they will train. */
public final class StudyEstimate {
  /** Whoever asks waits for the answer: under a minute, with what begins before and ends after. */
  private static final Duration ALLOWED = Duration.ofSeconds(35);

  private final ExperimentComparison comparison;
  private final CellRunner work;

  @Inject
  StudyEstimate(ExperimentComparison comparison, CellRunner work) {
    this.comparison = comparison;
    this.work = work;
  }

  /**
   * Measures a step of every kind of cell on random images, with the threads that the study would
   * have. Cells whose networks and losses are equal share a measurement. After half a minute no
   * further kind is measured, but taken to be as slow as the mean of the others.
   *
   * @param data where it lies, on which everything is checked as before a study; without it, sizes
   *     follow from the augmentation
   * @throws io.pix2pix.api.error.InvalidInputException if a cell cannot be trained or measured
   */
  public ImmutableList<CellEstimate> of(StudyPlan plan, DataSource data, Executor executor) {
    int threads = executor.threads(Runtime.getRuntime().availableProcessors());
    Sessions.use(new SessionSettings(threads));
    if (data.files().isPresent() || data.open(plan.common().data()).has("train")) {
      var folder = new StudyFolder(Path.of(plan.name()));
      work.check(folder, plan, data);
      RungDirection.check(plan, data, folder);
    }
    var states = new StudyStates(comparison);
    var begin = Instant.now();
    var times =
        new StepTimes<NetworkKind>(
            StepTimes::measured, () -> Duration.between(begin, Instant.now()), ALLOWED);
    return plan.cells().stream()
        .map(
            cell ->
                estimate(cell, states.changes(plan, cell), times, steps(plan, cell, data), data))
        .collect(toImmutableList());
  }

  private static CellEstimate estimate(
      Cell cell,
      ImmutableList<ExperimentDifference> changes,
      StepTimes<NetworkKind> times,
      Optional<Long> steps,
      DataSource data) {
    var kind = CellCheck.kind(cell, data);
    CellCheck.built(cell, () -> times.measure(kind));
    return new CellEstimate(cell, changes, times.of(kind), times.isMeasured(kind), steps);
  }

  private static Optional<Long> steps(StudyPlan plan, Cell cell, DataSource data) {
    var opened = data.open(cell.experiment().data());
    var pairs = opened.has("train") ? Optional.of(opened.split("train").size()) : plan.pairs();
    return pairs.map(count -> new Steps(count, cell.experiment().training()).all());
  }

  /**
   * What a cell is, and how long it will train.
   *
   * @param cell that is meant
   * @param changes what it has otherwise than what the cells start from
   * @param step how long one takes
   * @param measured whether that was measured; else it is the mean of cells that were
   * @param steps how many it takes; empty where nobody knows the number of training pairs
   */
  public record CellEstimate(
      Cell cell,
      ImmutableList<ExperimentDifference> changes,
      Duration step,
      boolean measured,
      Optional<Long> steps) {

    /** How long it will train; measuring comes on top. */
    public Optional<Duration> time() {
      return steps.map(count -> step.multipliedBy(count));
    }
  }
}
