package io.pix2pix.bench.speed;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.measure.Calibration;
import io.pix2pix.bench.speed.result.WorkResult;

/**
 * Measures ours beside an opponent, in turns: first a round of one, then a round of the other, so
 * that whatever slows the machine down meets both.
 */
public final class SpeedBenchmark {
  private SpeedBenchmark() {}

  /**
   * Measures all works.
   *
   * @return a result of each
   * @throws io.pix2pix.api.error.InvalidInputException if ours cannot do a work; where the opponent
   *     cannot, the result has a note instead
   * @throws InterruptedException if the thread is interrupted
   */
  public static ImmutableList<WorkResult> run(SpeedRequest request, SpeedListener listener)
      throws InterruptedException {
    var results = ImmutableList.<WorkResult>builder();
    try (var calibration = Calibration.start()) {
      for (var work : request.works()) {
        listener.onWork(work);
        var result = new WorkMeasurement(request, work, calibration, listener).run();
        listener.onResult(work, result);
        results.add(result);
      }
    }
    return results.build();
  }
}
