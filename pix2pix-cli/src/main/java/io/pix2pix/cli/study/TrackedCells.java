package io.pix2pix.cli.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState.Pruned;
import io.pix2pix.bench.tracking.BackgroundTracking;
import io.pix2pix.bench.tracking.Tracking;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports a study once it begins, and passes on what is told of its cells. */
final class TrackedCells implements CellListener, AutoCloseable {
  private final CellListener listener;
  private final Optional<Tracking> tracking;
  private final Path study;
  private @Nullable BackgroundTracking begun;

  /**
   * @param listener is told all
   * @param tracking reports, if anything does
   * @param study the folder
   */
  TrackedCells(CellListener listener, Optional<Tracking> tracking, Path study) {
    this.listener = listener;
    this.tracking = tracking;
    this.study = study;
  }

  @Override
  public void onPlan(ImmutableList<Cell> missing) {
    listener.onPlan(missing);
    begun = tracking.map(one -> BackgroundTracking.begin(one, study)).orElse(null);
  }

  @Override
  public void onRetry(Cell cell, int retry, int of, String reason) {
    listener.onRetry(cell, retry, of, reason);
  }

  @Override
  public void onPruned(Cell cell, Pruned why) {
    listener.onPruned(cell, why);
  }

  @Override
  public void onRevived(Cell cell) {
    listener.onRevived(cell);
  }

  @Override
  public void onStart(Cell cell) {
    listener.onStart(cell);
  }

  @Override
  public void onStep(Cell cell, long step, long of) {
    listener.onStep(cell, step, of);
  }

  @Override
  public void onEnd(Cell cell, Outcome outcome, Optional<String> reason) {
    listener.onEnd(cell, outcome, reason);
  }

  @Override
  public boolean wantsStop() {
    return listener.wantsStop();
  }

  @Override
  public void close() {
    if (begun != null) {
      begun.close();
    }
  }
}
