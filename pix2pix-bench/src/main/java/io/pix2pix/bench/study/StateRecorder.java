package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import io.pix2pix.bench.study.CellListener.Outcome;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellEvent.FailureCause;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.Pruned;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.CellState.StepCount;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Keeps {@code study.json} as the cells go, and tells the listener of the study. Decides whether a
 * cell that was lost is tried again. Safe for use by several threads.
 */
final class StateRecorder implements CellEvent.Listener {
  private final StudyFolder folder;
  private final ImmutableMap<String, Cell> cells;
  private final CellListener listener;
  private final FailurePolicy policy;
  private final Clock clock;
  private final Multiset<String> lost = HashMultiset.create();
  private final List<Cell> again = new ArrayList<>();
  private volatile boolean hasFailed;
  private final Map<String, Instant> begun = new HashMap<>();
  private final Map<String, StepCount> steps = new ConcurrentHashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final ImmutableMap<String, Integer> indices;
  private StudyState state;

  StateRecorder(
      StudyFolder folder,
      ImmutableList<Cell> cells,
      StudyState state,
      CellListener listener,
      FailurePolicy policy,
      Clock clock) {
    this.folder = folder;
    this.cells = Maps.uniqueIndex(cells, Cell::run);
    this.state = state;
    this.indices = indices(state);
    this.listener = listener;
    this.policy = policy;
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
      case STEP -> step(cell, event);
      case STOPPED -> end(cell, State.WAITING, Outcome.STOPPED, Optional.empty());
      case PAUSED -> end(cell, State.WAITING, Outcome.PAUSED, Optional.empty());
      case DONE -> end(cell, State.DONE, Outcome.DONE, Optional.empty());
      case FAILED -> fail(cell, event);
    }
  }

  /** How far a cell is. */
  synchronized State state(Cell cell) {
    return of(cell).state();
  }

  /** Whether a cell has failed by its experiment since the study was begun or begun again. */
  synchronized boolean isBroken(Cell cell) {
    return broken.contains(cell.run());
  }

  /** Notes that a cell ends early. */
  synchronized void prune(Cell cell, Pruned why) {
    boolean isNews = of(cell).state() != State.PRUNED;
    note(cell, of(cell).pruned(why));
    if (isNews) {
      listener.onPruned(cell, why);
    }
  }

  /** Notes that a cell is open again, if it was to end early before. */
  synchronized void revive(Cell cell) {
    if (of(cell).state() == State.PRUNED) {
      note(cell, of(cell).at(State.WAITING, Optional.empty(), of(cell).seconds()));
      listener.onRevived(cell);
    }
  }

  /** The cells that were lost since this was asked before, and are to be tried again. */
  synchronized ImmutableList<Cell> takeLost() {
    var taken = ImmutableList.copyOf(again);
    again.clear();
    return taken;
  }

  private synchronized void fail(Cell cell, CellEvent event) {
    boolean isLost = event.cause().filter(cause -> cause == FailureCause.MACHINE).isPresent();
    if (isLost && lost.count(cell.run()) < policy.retries()) {
      lost.add(cell.run());
      var reason = event.reason().orElse("");
      note(cell, after(cell, State.WAITING, Optional.empty()).lost(clock.instant(), reason));
      again.add(cell);
      listener.onRetry(cell, lost.count(cell.run()), policy.retries(), reason);
    } else {
      hasFailed = true;
      if (!isLost) {
        broken.add(cell.run());
      }
      end(cell, State.FAILED, Outcome.FAILED, event.reason());
    }
  }

  private void step(Cell cell, CellEvent event) {
    steps.put(cell.run(), new StepCount(event.step(), event.of()));
    listener.onStep(cell, event.step(), event.of());
  }

  private synchronized void start(Cell cell) {
    begun.put(cell.run(), clock.instant());
    var before = of(cell);
    note(cell, before.at(State.RUNNING, Optional.empty(), before.seconds()));
    listener.onStart(cell);
  }

  private synchronized void end(Cell cell, State now, Outcome outcome, Optional<String> reason) {
    var after = after(cell, now, reason);
    note(cell, now == State.DONE ? after.measured(state.metrics()) : after);
    listener.onEnd(cell, outcome, reason);
  }

  private CellState after(Cell cell, State now, Optional<String> reason) {
    var before = of(cell);
    var spent = Duration.between(begun.getOrDefault(cell.run(), clock.instant()), clock.instant());
    return before
        .at(now, reason, before.seconds() + spent.toMillis() / 1000.0)
        .after(steps.getOrDefault(cell.run(), before.steps()));
  }

  @Override
  public boolean wantsStop() {
    return listener.wantsStop() || (hasFailed && policy.failFast());
  }

  private CellState of(Cell cell) {
    return state.cells().get(index(cell));
  }

  private int index(Cell cell) {
    return requireNonNull(indices.get(StudyStates.run(cell)));
  }

  private static ImmutableMap<String, Integer> indices(StudyState state) {
    var cells = state.cells();
    return IntStream.range(0, cells.size())
        .boxed()
        .collect(toImmutableMap(index -> cells.get(index).run(), index -> index));
  }

  private void note(Cell cell, CellState changed) {
    List<CellState> all = new ArrayList<>(state.cells());
    all.set(index(cell), changed);
    state = state.with(ImmutableList.copyOf(all), clock.instant());
    state.write(folder);
  }
}
