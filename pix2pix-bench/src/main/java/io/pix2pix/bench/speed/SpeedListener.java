package io.pix2pix.bench.speed;

import io.pix2pix.bench.speed.result.WorkResult;
import io.pix2pix.bench.speed.work.Work;

/** Is told how a benchmark goes. Its methods are called by the thread that measures. */
public interface SpeedListener {

  /** A work begins. */
  void onWork(Work work);

  /** What is done now, for example {@code round 2 of 5: ours}. */
  void onPhase(Work work, String phase);

  /** A work is done. */
  void onResult(Work work, WorkResult result);
}
