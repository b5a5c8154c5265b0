package io.pix2pix.bench.study;

/** Is told by an executor what happens to cells, also by several threads at once. */
public interface TaskListener {

  /** Something happened to a cell: it started, took steps, or ended. */
  void onEvent(CellEvent event);

  /** Whether cells should stop after their step, with a checkpoint. */
  boolean wantsStop();
}
