package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.bench.study.execution.CellTask;
import io.pix2pix.bench.study.execution.ExecutionContext;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.StudyFolder;
import java.util.Optional;

/**
 * Has cells run by an executor, and those once more that the machine lost. These come when all
 * others have run: what went wrong may be over by then, and every executor can do it.
 *
 * @param folder of the study
 * @param data of all cells
 * @param settings of the sessions of runs
 * @param executor where cells run
 * @param context what it runs them with
 * @param recorder is told, and says what was lost
 */
record CellRounds(
    StudyFolder folder,
    DataSource data,
    SessionSettings settings,
    Executor executor,
    ExecutionContext context,
    StateRecorder recorder) {

  /**
   * Runs cells until each is done or has failed for good, or the listener wants to stop.
   *
   * @param epochs to which they are trained; without, to their end
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void run(ImmutableList<Cell> cells, Optional<Integer> epochs) throws InterruptedException {
    for (var now = cells; !now.isEmpty() && !recorder.wantsStop(); now = recorder.takeLost()) {
      executor.run(tasks(now, epochs), context, recorder);
    }
  }

  private ImmutableList<CellTask> tasks(ImmutableList<Cell> cells, Optional<Integer> epochs) {
    return cells.stream()
        .map(cell -> CellTask.of(folder, cell, data, settings, epochs))
        .collect(toImmutableList());
  }
}
