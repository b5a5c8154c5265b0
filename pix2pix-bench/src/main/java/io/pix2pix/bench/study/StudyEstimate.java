package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.train.Steps;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentDifference;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says before a study runs what its cells are, and how long they will train. */
public final class StudyEstimate {
  private final ExperimentComparison comparison;
  private final CellWork work;

  @Inject
  StudyEstimate(ExperimentComparison comparison, CellWork work) {
    this.comparison = comparison;
    this.work = work;
  }

  /**
   * Measures a step of every kind of cell on random images, with the threads that the study would
   * have. Cells whose networks and losses are equal share a measurement.
   *
   * @param data the folder with the data, on which everything is checked as before a study; without
   *     it, sizes follow from the augmentation
   * @throws io.pix2pix.api.InvalidInputException if a cell cannot be trained or measured
   */
  public ImmutableList<CellEstimate> of(StudyPlan plan, Optional<Path> data, Executor executor) {
    int threads = executor.threads(Runtime.getRuntime().availableProcessors());
    System.setProperty(Sessions.THREADS, Integer.toString(threads));
    if (data.isPresent() || plan.common().data().has(data, "train")) {
      work.check(new StudyFolder(Path.of(plan.name())), plan, data);
    }
    var states = new StudyStates(comparison);
    var measured = new HashMap<NetworkKind, Duration>();
    return plan.cells().stream()
        .map(
            cell ->
                new CellEstimate(
                    cell,
                    states.changes(plan, cell),
                    step(cell, data, measured),
                    steps(plan, cell, data)))
        .collect(toImmutableList());
  }

  private static Duration step(Cell cell, Optional<Path> data, Map<NetworkKind, Duration> known) {
    var kind = CellCheck.kind(cell, data);
    if (!known.containsKey(kind)) {
      CellCheck.built(cell, () -> known.put(kind, StepTime.of(kind)));
    }
    return known.getOrDefault(kind, Duration.ZERO);
  }

  private static Optional<Long> steps(StudyPlan plan, Cell cell, Optional<Path> data) {
    var dataset = cell.experiment().data();
    var pairs =
        dataset.has(data, "train") ? Optional.of(dataset.open(data, "train").size()) : plan.pairs();
    return pairs.map(count -> new Steps(count, cell.experiment().training()).all());
  }

  /**
   * What a cell is, and how long it will train.
   *
   * @param cell that is meant
   * @param changes what it has otherwise than what the cells start from
   * @param step how long one takes
   * @param steps how many it takes; empty where nobody knows the number of training pairs
   */
  public record CellEstimate(
      Cell cell, ImmutableList<ExperimentDifference> changes, Duration step, Optional<Long> steps) {

    /** How long it will train; measuring comes on top. */
    public Optional<Duration> time() {
      return steps.map(count -> step.multipliedBy(count));
    }
  }
}
