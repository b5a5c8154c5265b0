package io.pix2pix.bench.study.execution;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;

/**
 * Runs one cell after the other in this process.
 *
 * @param threads of a run
 */
public record InProcess(
    @Setting(value = "0", min = 0, meaning = "threads of a run; 0: one for each core") int threads)
    implements Executor {

  @Override
  public void run(
      ImmutableList<CellTask> tasks, ExecutionContext context, CellEvent.Listener listener)
      throws InterruptedException {
    for (var task : tasks) {
      if (!listener.wantsStop()) {
        context.run(task, listener);
      }
    }
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
