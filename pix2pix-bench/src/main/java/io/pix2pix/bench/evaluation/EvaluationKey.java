package io.pix2pix.bench.evaluation;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;
import java.util.List;

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
  ImmutableList<String> cells() {
    return ImmutableList.of(
        split,
        Long.toString(step),
        word(weights),
        word(statistics),
        word(noise),
        Integer.toString(images));
  }

  /**
   * What the first cells of such a row say.
   *
   * @throws IllegalArgumentException if they say nothing
   */
  static EvaluationKey of(List<String> cells) {
    return new EvaluationKey(
        cells.get(0),
        Long.parseLong(cells.get(1)),
        choice(WeightSelection.class, cells.get(2)),
        choice(Statistics.class, cells.get(3)),
        choice(Noise.class, cells.get(4)),
        Integer.parseInt(cells.get(5)));
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
