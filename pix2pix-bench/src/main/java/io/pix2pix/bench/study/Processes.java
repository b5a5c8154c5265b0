package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.study.CellListener.Outcome;
import java.io.IOException;
import java.util.Optional;
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
  public void run(ImmutableList<Cell> cells, Site site, CellListener listener)
      throws InterruptedException {
    var waiting = new ConcurrentLinkedQueue<>(cells);
    var workers =
        IntStream.range(0, Math.min(jobs, cells.size()))
            .mapToObj(number -> new Thread(() -> work(waiting, site, listener), "cells-" + number))
            .toList();
    workers.forEach(Thread::start);
    for (var worker : workers) {
      worker.join();
    }
  }

  private static void work(Queue<Cell> waiting, Site site, CellListener listener) {
    for (var cell = waiting.poll(); cell != null; cell = waiting.poll()) {
      if (!listener.wantsStop()) {
        listener.started(cell);
        one(cell, site, listener);
      }
    }
  }

  private static void one(Cell cell, Site site, CellListener listener) {
    try {
      new CellProcess(cell, site, listener).run();
    } catch (IOException e) {
      listener.ended(cell, Outcome.FAILED, Optional.of("its process was lost: " + e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.ended(cell, Outcome.STOPPED, Optional.empty());
    }
  }

  @Override
  public int threads(int cores) {
    return threads == 0 ? Math.max(1, cores / jobs) : threads;
  }
}
