package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Role;

/** Decides where the cells of a study run, and how many at once. */
@Role(value = "executor", meaning = "where the cells of a study run")
public interface Executor {

  /**
   * Runs cells until all are over, or the listener wants to stop. A cell that fails is told to the
   * listener, and the others go on.
   *
   * @param cells in the order in which they are to begin
   * @param site does a cell here, or says how to do it elsewhere
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void run(ImmutableList<Cell> cells, Site site, CellListener listener) throws InterruptedException;

  /**
   * Threads of each run.
   *
   * @param cores of the machine
   */
  int threads(int cores);

  /** How many cells run at once. */
  int jobs();
}
