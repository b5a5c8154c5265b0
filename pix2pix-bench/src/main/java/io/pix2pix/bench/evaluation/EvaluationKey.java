package io.pix2pix.bench.evaluation;

import java.util.Locale;

/**
 * What was evaluated.
 *
 * @param split of the data
 * @param step of the checkpoint
 * @param weights trained or averaged
 * @param statistics batch or running
 * @param noise on or off
 * @param images in the split
 */
public record EvaluationKey(
    String split, long step, String weights, String statistics, String noise, int images) {

  /** The first cells of its rows in tables. */
  String row() {
    return String.format(
        Locale.ROOT, "%s,%d,%s,%s,%s,%d,", split, step, weights, statistics, noise, images);
  }

  /** A file name without its extension. */
  public String file() {
    return String.format(
        Locale.ROOT, "%s-step-%08d-%s-%s-noise-%s", split, step, weights, statistics, noise);
  }
}
