package io.pix2pix.api.data;

import java.util.stream.IntStream;

/** A fixed sample, evenly spread from the first on. */
public final class EvenSample {
  private EvenSample() {}

  /**
   * Which of a number of things are in the sample, in ascending order: all, if there are few.
   *
   * @param size how many there are
   * @param most how many are wanted
   */
  public static IntStream of(int size, int most) {
    int count = Math.min(size, most);
    return IntStream.range(0, count).map(number -> (int) ((long) number * size / count));
  }
}
