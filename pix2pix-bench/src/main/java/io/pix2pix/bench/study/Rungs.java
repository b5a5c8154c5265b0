package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.pruning.Pruning;
import io.pix2pix.bench.study.result.CellProgress;
import io.pix2pix.bench.study.result.CellState.Pruned;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.train.experiment.StoredExperiments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leads the configurations of a study from rung to rung. A rung is decided when all seeds of all
 * configurations that are left have got there, from what their runs measured, and from nothing
 * else: a study that was stopped, or run with other jobs, decides the same.
 *
 * @param plan of the study
 * @param pruning that it wants
 * @param metric that decides
 * @param folder of the study
 * @param stored reads runs
 * @param recorder is told who goes on
 */
record Rungs(
    StudyPlan plan,
    Pruning pruning,
    MetricName metric,
    StudyFolder folder,
    StoredExperiments stored,
    StateRecorder recorder) {

  /** Decides whatever can be decided before anything runs. */
  void replay() {
    var left = configurations();
    for (int rung : rungs()) {
      if (left.size() <= 1 || !isDecided(left, rung)) {
        break;
      }
      left = decide(left, rung);
    }
    cells(left).forEach(recorder::revive);
  }

  /**
   * Runs cells to the end, or until they are pruned.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void run(CellRounds rounds) throws InterruptedException {
    var left = configurations();
    for (int rung : rungs()) {
      if (left.size() > 1) {
        rounds.run(below(left, rung), Optional.of(rung));
        if (!isDecided(left, rung)) {
          return; // it was stopped, or a cell was lost for good: the next time goes on here
        }
        left = decide(left, rung);
      }
    }
    var rest = cells(left).filter(cell -> recorder.state(cell) != State.DONE);
    rounds.run(
        rest.filter(cell -> !recorder.isBroken(cell)).collect(toImmutableList()), Optional.empty());
  }

  private ImmutableList<Configuration> configurations() {
    return plan.cells().stream()
        .collect(Collectors.groupingBy(Cell::name, LinkedHashMap::new, toImmutableList()))
        .values()
        .stream()
        .map(Configuration::new)
        .collect(toImmutableList());
  }

  private ImmutableList<Integer> rungs() {
    return pruning.rungs(epochs());
  }

  private int epochs() {
    return plan.cells().get(0).experiment().training().epochs();
  }

  private static Stream<Cell> cells(List<Configuration> configurations) {
    return configurations.stream().flatMap(configuration -> configuration.seeds().stream());
  }

  private ImmutableList<Cell> below(List<Configuration> left, int rung) {
    return cells(left)
        .filter(cell -> !isAt(cell, rung) && !recorder.isBroken(cell))
        .collect(toImmutableList());
  }

  private boolean isAt(Cell cell, int rung) {
    return progress(cell).filter(run -> run.isAfter(rung)).isPresent();
  }

  private Optional<CellProgress> progress(Cell cell) {
    return CellProgress.of(folder, cell, stored);
  }

  private boolean isDecided(List<Configuration> left, int rung) {
    return cells(left).allMatch(cell -> recorder.isBroken(cell) || isAt(cell, rung));
  }

  /** Prunes all that do not go on. */
  private ImmutableList<Configuration> decide(ImmutableList<Configuration> left, int rung) {
    var values = left.stream().map(one -> mean(one, rung)).toList();
    double sign = metric.direction() == Direction.HIGHER ? -1 : 1;
    var losses = values.stream().map(value -> sign * value).toList();
    var survivors = pruning.survivors(losses);
    for (int i = 0; i < left.size(); i++) {
      if (!survivors.contains(i)) {
        prune(left.get(i), rung, values.get(i), rank(losses, i), left.size());
      }
    }
    return survivors.stream().sorted().map(left::get).collect(toImmutableList());
  }

  /** Seeds are compared together: each configuration has the same ones. */
  private double mean(Configuration configuration, int rung) {
    return configuration.seeds().stream()
        .mapToDouble(cell -> value(cell, rung))
        .average()
        .orElse(Double.NaN);
  }

  private double value(Cell cell, int rung) {
    return progress(cell)
        .filter(run -> run.isAfter(rung) && !recorder.isBroken(cell))
        .map(run -> run.validated(metric.name(), rung))
        .filter(Double::isFinite)
        .orElse(Double.NaN);
  }

  private static int rank(List<Double> losses, int which) {
    double loss = losses.get(which);
    return Double.isNaN(loss)
        ? losses.size()
        : 1 + (int) losses.stream().filter(other -> other < loss).count();
  }

  private void prune(Configuration configuration, int rung, double mean, int rank, int among) {
    for (var cell : configuration.seeds()) {
      progress(cell)
          .filter(run -> !recorder.isBroken(cell))
          .ifPresent(
              run ->
                  recorder.prune(
                      cell,
                      new Pruned(
                          rung,
                          epochs(),
                          run.stepAfter(rung),
                          run.stepAfter(epochs()),
                          metric,
                          value(cell, rung),
                          mean,
                          configuration.seeds().size(),
                          rank,
                          among)));
    }
  }

  private record Configuration(ImmutableList<Cell> seeds) {}
}
