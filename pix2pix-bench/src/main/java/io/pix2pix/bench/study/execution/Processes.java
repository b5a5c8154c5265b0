package io.pix2pix.bench.study.execution;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Runs cells in processes of their own, several at once, with the cores divided among them. When
 * this process is asked to stop, or dies, each of them ends after its step with a checkpoint.
 *
 * @param jobs cells at once
 * @param threads of each run
 */
public record Processes(
    @Setting(value = "2", min = 1, meaning = "cells at once") int jobs,
    @Setting(value = "0", min = 0, meaning = "threads of a run; 0: the cores, divided by jobs")
        int threads)
    implements Executor {

  @Override
  public void run(
      ImmutableList<CellTask> tasks, ExecutionContext context, CellEvent.Listener listener)
      throws InterruptedException {
    var waiting = new ConcurrentLinkedQueue<>(tasks);
    var workers =
        IntStream.range(0, Math.min(jobs, tasks.size()))
            .mapToObj(
                number -> new Thread(() -> work(waiting, context, listener), "cells-" + number))
            .toList();
    workers.forEach(Thread::start);
    for (var worker : workers) {
      worker.join();
    }
  }

  private static void work(
      Queue<CellTask> waiting, ExecutionContext context, CellEvent.Listener listener) {
    for (var task = waiting.poll(); task != null; task = waiting.poll()) {
      if (!listener.wantsStop()) {
        one(task, context, listener);
      }
    }
  }

  private static void one(CellTask task, ExecutionContext context, CellEvent.Listener listener) {
    try {
      new CellProcess(context.command(task), context.log(task)).run(task, listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.onEvent(CellEvent.stopped(task.cell()));
    }
  }

  @Override
  public int threads(int cores) {
    return threads == 0 ? Math.max(1, cores / jobs) : threads;
  }
}
