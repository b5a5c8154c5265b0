package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.CellState.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps {@code study.json} as the cells go, and hands on what it hears. */
final class Ledger implements CellListener {
  private final StudyFolder folder;
  private final CellListener listener;
  private final Clock clock;
  private final Map<String, Instant> begun = new HashMap<>();
  private StudyState state;

  Ledger(StudyFolder folder, StudyState state, CellListener listener, Clock clock) {
    this.folder = folder;
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
  public synchronized void started(Cell cell) {
    begun.put(cell.run(), clock.instant());
    var before = of(cell);
    note(cell, before.at(State.RUNNING, Optional.empty(), before.seconds()));
    listener.started(cell);
  }

  @Override
  public void stepped(Cell cell, long step, long of) {
    listener.stepped(cell, step, of);
  }

  @Override
  public synchronized void ended(Cell cell, Outcome outcome, Optional<String> reason) {
    var before = of(cell);
    var now =
        switch (outcome) {
          case DONE -> State.DONE;
          case STOPPED -> State.WAITING;
          case FAILED -> State.FAILED;
        };
    var spent = Duration.between(begun.getOrDefault(cell.run(), clock.instant()), clock.instant());
    var after = before.at(now, reason, before.seconds() + spent.toMillis() / 1000.0);
    note(cell, now == State.DONE ? after.measured(state.metrics()) : after);
    listener.ended(cell, outcome, reason);
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
    List<CellState> cells = new ArrayList<>(state.cells());
    cells.set(index(cell), changed);
    state = state.with(ImmutableList.copyOf(cells), clock.instant());
    state.write(folder);
  }
}
