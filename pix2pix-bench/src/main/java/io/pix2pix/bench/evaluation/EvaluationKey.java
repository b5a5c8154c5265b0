package io.pix2pix.bench.evaluation;

import com.google.common.base.Ascii;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;

/**
 * What was evaluated.
 *
 * @param split of the data
 * @param step of the checkpoint
 * @param weights trained or averaged
 * @param statistics of normalizations: batch or running
 * @param noise whether there was any
 * @param images in the split
 */
public record EvaluationKey(
    String split,
    long step,
    WeightSelection weights,
    Statistics statistics,
    Noise noise,
    int images) {

  /** Whether dropout was enabled. */
  public enum Noise {
    /** As in training. */
    ON,
    /** The same picture at every time. */
    OFF;

    /** Of a switch. */
    public static Noise of(boolean on) {
      return on ? ON : OFF;
    }
  }

  /** The first cells of its rows in {@code metrics.csv}. */
  String row() {
    return "%s,%d,%s,%s,%s,%d,"
        .formatted(split, step, word(weights), word(statistics), word(noise), images);
  }

  /**
   * What the first cells of such a row say.
   *
   * @throws IllegalArgumentException if they say nothing
   */
  static EvaluationKey of(String[] cells) {
    return new EvaluationKey(
        cells[0],
        Long.parseLong(cells[1]),
        choice(WeightSelection.class, cells[2]),
        choice(Statistics.class, cells[3]),
        choice(Noise.class, cells[4]),
        Integer.parseInt(cells[5]));
  }

  /** A file name without its extension. */
  public String file() {
    return "%s-step-%08d-%s-%s-noise-%s"
        .formatted(split, step, word(weights), word(statistics), word(noise));
  }

  /** How a choice is written in files and said in sentences. */
  public static String word(Enum<?> choice) {
    return Ascii.toLowerCase(choice.name());
  }

  static <E extends Enum<E>> E choice(Class<E> type, String word) {
    return Enum.valueOf(type, Ascii.toUpperCase(word));
  }
}
