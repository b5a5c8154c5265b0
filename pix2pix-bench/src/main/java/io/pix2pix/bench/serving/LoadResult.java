package io.pix2pix.bench.serving;

/**
 * What a load has shown.
 *
 * @param bare pictures a second that the generator alone makes, one after the other, in one thread
 * @param busy answers a second to clients of which each asks again at once
 * @param share of the bare rate that the busy one is: the median of rounds, in which both were
 *     measured in turns
 * @param whileBusy how long these answers took
 * @param asked a second at even intervals: four fifths of the busy rate
 * @param whileSteady how long these answers took, from the moment at which each was to be asked
 * @param early memory of the process after the first tenth of the busy requests, in MiB
 * @param late memory after the last, in MiB
 * @param answers that were compared with that of their picture alone
 * @param wrong how many of these differed, or were refused
 */
public record LoadResult(
    double bare,
    double busy,
    double share,
    Latencies whileBusy,
    double asked,
    Latencies whileSteady,
    double early,
    double late,
    long answers,
    long wrong) {

  /** How much the memory grew after the first tenth; 0.05 is 5 %. */
  public double growth() {
    return early == 0 ? 0 : late / early - 1;
  }
}
