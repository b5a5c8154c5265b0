package io.pix2pix.cli.console;

import java.util.List;
import java.util.PriorityQueue;

/** How long work takes of which several pieces are done at once. */
public final class WallTime {
  private WallTime() {}

  /**
   * The seconds until the last piece is done, where each is begun as soon as one before it ends.
   *
   * @param underWay seconds left of what has begun, at most {@code jobs} pieces
   * @param waiting seconds of what has not, in its order
   * @param jobs pieces at once
   */
  public static double of(List<Double> underWay, List<Double> waiting, int jobs) {
    var ends = new PriorityQueue<Double>(underWay);
    while (ends.size() < jobs) {
      ends.add(0.0);
    }
    for (double piece : waiting) {
      ends.add(ends.remove() + piece);
    }
    return ends.stream().mapToDouble(end -> end).max().orElse(0);
  }
}
