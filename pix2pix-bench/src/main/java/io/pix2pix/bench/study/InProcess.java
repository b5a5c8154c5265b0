package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.study.CellListener.Outcome;
import java.util.Optional;

/**
 * Runs one cell after the other in this process.
 *
 * @param threads of a run
 */
public record InProcess(
    @Setting(value = "0", min = 0, meaning = "threads of a run; 0: one for each core") int threads)
    implements Executor {

  @Override
  public void run(ImmutableList<Cell> cells, Site site, CellListener listener)
      throws InterruptedException {
    for (var cell : cells) {
      if (!listener.wantsStop()) {
        listener.started(cell);
        one(cell, site, listener);
      }
    }
  }

  private static void one(Cell cell, Site site, CellListener listener) throws InterruptedException {
    Outcome outcome;
    try {
      outcome = site.work().run(site.folder(), site.plan(), cell, site.data(), listener);
    } catch (RuntimeException e) {
      // Whatever it is, the other cells may still be done.
      listener.ended(cell, Outcome.FAILED, Optional.of(Reasons.of(e)));
      return;
    }
    listener.ended(cell, outcome, Optional.empty());
  }

  @Override
  public int threads(int cores) {
    return threads == 0 ? cores : threads;
  }

  @Override
  public int jobs() {
    return 1;
  }
}
