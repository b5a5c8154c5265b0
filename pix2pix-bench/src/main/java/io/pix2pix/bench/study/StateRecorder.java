package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.bench.study.CellListener.Outcome;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.bench.study.result.StudyState.CellState;
import io.pix2pix.bench.study.result.StudyState.CellState.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps {@code study.json} as the cells go, and tells the listener of the study. */
final class StateRecorder implements CellEvent.Listener {
  private final StudyFolder folder;
  private final ImmutableMap<String, Cell> cells;
  private final CellListener listener;
  private final Clock clock;
  private final Map<String, Instant> begun = new HashMap<>();
  private StudyState state;

  StateRecorder(
      StudyFolder folder,
      ImmutableList<Cell> cells,
      StudyState state,
      CellListener listener,
      Clock clock) {
    this.folder = folder;
    this.cells = Maps.uniqueIndex(cells, Cell::run);
    this.state = state;
    this.listener = listener;
    this.clock = clock;
    state.write(folder);
  }

  /** How far all cells are. */
  synchronized StudyState state() {
    return state;
  }

  @Override
  public void onEvent(CellEvent event) {
    var cell = cells.get(event.cell());
    if (cell == null) {
      throw new IllegalArgumentException("the study has no cell " + event.cell());
    }
    switch (event.kind()) {
      case STARTED -> start(cell);
      case STEP -> listener.onStep(cell, event.step(), event.of());
      case STOPPED -> end(cell, State.WAITING, Outcome.STOPPED, Optional.empty());
      case DONE -> end(cell, State.DONE, Outcome.DONE, Optional.empty());
      case FAILED -> end(cell, State.FAILED, Outcome.FAILED, event.reason());
    }
  }

  private synchronized void start(Cell cell) {
    begun.put(cell.run(), clock.instant());
    var before = of(cell);
    note(cell, before.at(State.RUNNING, Optional.empty(), before.seconds()));
    listener.onStart(cell);
  }

  private synchronized void end(Cell cell, State now, Outcome outcome, Optional<String> reason) {
    var before = of(cell);
    var spent = Duration.between(begun.getOrDefault(cell.run(), clock.instant()), clock.instant());
    var after = before.at(now, reason, before.seconds() + spent.toMillis() / 1000.0);
    note(cell, now == State.DONE ? after.measured(state.metrics()) : after);
    listener.onEnd(cell, outcome, reason);
  }

  @Override
  public boolean wantsStop() {
    return listener.wantsStop();
  }

  private CellState of(Cell cell) {
    return state.cells().get(index(cell));
  }

  private int index(Cell cell) {
    var runs = state.cells().stream().map(CellState::run).toList();
    return runs.indexOf(StudyStates.run(cell));
  }

  private void note(Cell cell, CellState changed) {
    List<CellState> all = new ArrayList<>(state.cells());
    all.set(index(cell), changed);
    state = state.with(ImmutableList.copyOf(all), clock.instant());
    state.write(folder);
  }
}
