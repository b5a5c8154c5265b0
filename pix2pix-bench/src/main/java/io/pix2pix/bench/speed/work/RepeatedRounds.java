package io.pix2pix.bench.speed.work;

import io.pix2pix.bench.speed.contender.ContenderProcess;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.measure.RoundValues;

/**
 * Rounds of something that one process does again and again.
 *
 * @param process stays from round to round
 * @param request of a round
 * @param pieces that a run has, where the time of one piece is the result
 */
record RepeatedRounds(ContenderProcess process, JobRequest request, int pieces)
    implements Work.Measured {
  @Override
  public double round() {
    return RoundValues.median(process.ask(request).seconds()) / pieces;
  }

  @Override
  public void close() {
    process.close();
  }
}
