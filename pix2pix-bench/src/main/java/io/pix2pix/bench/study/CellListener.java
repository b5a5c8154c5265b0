package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState.Pruned;
import java.util.Optional;

/** Is told how the cells of a study go, also by several threads at once. */
public interface CellListener {
  /** Does nothing, and never wants to stop. */
  CellListener NONE =
      new CellListener() {
        @Override
        public void onStart(Cell cell) {}

        @Override
        public void onStep(Cell cell, long step, long of) {}

        @Override
        public void onEnd(Cell cell, Outcome outcome, Optional<String> reason) {}

        @Override
        public boolean wantsStop() {
          return false;
        }
      };

  /**
   * Everything was checked, and the first cell comes next.
   *
   * @param missing the cells that are to be done now
   */
  default void onPlan(ImmutableList<Cell> missing) {}

  /**
   * A cell was lost by the machine that ran it, and is tried again from its last checkpoint when
   * the others have run.
   *
   * @param retry 1 for the first
   * @param of how many there are at most
   * @param reason how it was lost
   */
  default void onRetry(Cell cell, int retry, int of, String reason) {}

  /**
   * A cell ends early: others do better.
   *
   * @param why by what it was compared
   */
  default void onPruned(Cell cell, Pruned why) {}

  /** A cell that was pruned is open again: with other seeds, it is to be compared once more. */
  default void onRevived(Cell cell) {}

  /** A cell begins, or goes on. */
  void onStart(Cell cell);

  /**
   * Steps of a cell are done.
   *
   * @param step done so far
   * @param of all
   */
  void onStep(Cell cell, long step, long of);

  /**
   * A cell is over.
   *
   * @param reason why, if it failed
   */
  void onEnd(Cell cell, Outcome outcome, Optional<String> reason);

  /** Whether cells should stop after their step, with a checkpoint. */
  boolean wantsStop();

  /** How a cell ended. */
  enum Outcome {
    /** Trained and measured. */
    DONE,
    /** Asked to stop before the end. */
    STOPPED,
    /** It has got to a rung, and waits for the others to be compared with. */
    PAUSED,
    /** It could not be done. */
    FAILED
  }
}
