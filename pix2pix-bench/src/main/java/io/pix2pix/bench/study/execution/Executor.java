package io.pix2pix.bench.study.execution;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Role;

/** Decides where the cells of a study run, and how many at once. */
@Role(value = "executor", meaning = "where the cells of a study run")
public interface Executor {

  /**
   * Refuses what would keep tasks from being run, before a study is checked or anything is written.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if something would
   */
  default void check() {}

  /**
   * Runs tasks until all have ended, or the listener wants to stop. A task that fails is told to
   * the listener, and the others go on. {@link ExecutionContext#run} and {@link CellProcess} tell
   * the listener of start, steps and end themselves.
   *
   * @param tasks in the order in which they are to begin
   * @param context runs a task here, or says how to run it in another process
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void run(ImmutableList<CellTask> tasks, ExecutionContext context, CellEvent.Listener listener)
      throws InterruptedException;

  /**
   * Threads of each run.
   *
   * @param cores of the machine
   */
  int threads(int cores);

  /** How many cells run at once. */
  int jobs();
}
