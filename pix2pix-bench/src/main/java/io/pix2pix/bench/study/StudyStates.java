package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.CellState.StepCount;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.run.Software;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out how far a study is when it is begun, or begun again. */
final class StudyStates {
  private static final ImmutableList<String> OWN = ImmutableList.of("name", "seed");

  private final ExperimentComparison comparison;

  StudyStates(ExperimentComparison comparison) {
    this.comparison = comparison;
  }

  /** The run of a cell, from the folder of the study. */
  static String run(Cell cell) {
    return "cells/" + cell.run();
  }

  /**
   * The state of a study that is about to go on.
   *
   * @param before what {@code study.json} said
   * @param files what cells that are done have left
   */
  StudyState of(
      Study.Request order,
      Optional<Path> data,
      Optional<StudyState> before,
      CellFiles files,
      Instant now) {
    var plan = order.plan();
    int threads = order.executor().threads(Runtime.getRuntime().availableProcessors());
    var source =
        new StudyState.Source(
            Software.current(),
            Machine.current(),
            Commit.of(Path.of("")),
            data.map(folder -> folder.toAbsolutePath().normalize().toString()),
            threads,
            before.map(state -> state.source().started()).orElse(now),
            now);
    return new StudyState(
        plan.name(),
        plan.title(),
        plan.caption(),
        plan.scale(),
        plan.axes(),
        plan.metrics().keySet().asList(),
        files.pictures(),
        plan.paper(),
        source,
        plan.cells().stream()
            .map(cell -> cell(order, cell, before, files))
            .collect(toImmutableList()));
  }

  /** What a cell changes of what all have in common. */
  ImmutableList<ExperimentDifference> changes(StudyPlan plan, Cell cell) {
    return comparison.differences(plan.common(), cell.experiment()).stream()
        .filter(difference -> !OWN.contains(difference.key()))
        .collect(toImmutableList());
  }

  private CellState cell(
      Study.Request order, Cell cell, Optional<StudyState> before, CellFiles files) {
    var known =
        before.stream()
            .flatMap(state -> state.cells().stream())
            .filter(state -> state.run().equals(run(cell)))
            .findFirst();
    var metrics = order.plan().metrics().keySet().asList();
    boolean done =
        known.filter(state -> isMeasured(state, metrics)).isPresent() && files.areWhole(cell);
    // Whether it goes on now is decided once more, before anything runs.
    var pruned =
        known.filter(state -> order.plan().pruning().isPresent()).flatMap(CellState::pruned);
    return new CellState(
        cell.name(),
        cell.title(),
        cell.values(),
        cell.seed(),
        run(cell),
        changes(order.plan(), cell),
        done ? State.DONE : pruned.isPresent() ? State.PRUNED : State.WAITING,
        Optional.empty(),
        known.map(CellState::seconds).orElse(0.0),
        done ? metrics : ImmutableList.of(),
        known.map(CellState::retries).orElse(ImmutableList.of()),
        known.map(CellState::steps).orElse(StepCount.NONE),
        pruned);
  }

  private static boolean isMeasured(CellState state, List<String> metrics) {
    return state.state() == State.DONE && state.metrics().containsAll(metrics);
  }
}
