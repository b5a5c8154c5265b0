package io.pix2pix.bench.study.pruning;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.stream.IntStream;

/**
 * What pruning will leave of a study, as far as that follows from numbers alone.
 *
 * @param pruning that is meant
 * @param configurations how many there are
 * @param epochs of the whole training
 */
public record PruningForecast(Pruning pruning, int configurations, int epochs) {

  /** The share of the epochs of the full study that will be trained, where no cell fails. */
  public double share() {
    double trained = 0;
    int left = configurations;
    int before = 0;
    for (int rung : pruning.rungs(epochs)) {
      if (left > 1) {
        trained += (double) left * (rung - before);
        left = survivors(left);
        before = rung;
      }
    }
    return (trained + (double) left * (epochs - before)) / ((double) configurations * epochs);
  }

  private int survivors(int left) {
    var losses = IntStream.range(0, left).mapToObj(loss -> (double) loss);
    return pruning.survivors(losses.collect(toImmutableList())).size();
  }
}
