package io.pix2pix.data.mixed;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.data.random.SeededRandom;
import java.util.Arrays;
import java.util.List;

/** The pairs of a set, some of them several times: each as often as another, or once more. */
final class RepeatedPairs {
  private final Pairs pairs;
  private final int count;
  private final int[] order;

  private RepeatedPairs(Pairs pairs, int count, int[] order) {
    this.pairs = pairs;
    this.count = count;
    this.order = order;
  }

  /**
   * Pairs of sets in the ratio of their weights, as few as hold every pair once.
   *
   * @param weighted whether weights count; else each pair comes up once
   */
  static ImmutableList<RepeatedPairs> of(
      List<Pairs> pairs, List<MixedSet> sets, boolean weighted, long seed) {
    double perWeight = 0;
    for (int i = 0; i < sets.size(); i++) {
      perWeight = Math.max(perWeight, pairs.get(i).size() / sets.get(i).weight());
    }
    var repeated = ImmutableList.<RepeatedPairs>builder();
    for (int i = 0; i < sets.size(); i++) {
      int size = pairs.get(i).size();
      double wanted = weighted ? perWeight * sets.get(i).weight() : size;
      int count = (int) Math.max(size, Math.min(Integer.MAX_VALUE, Math.round(wanted)));
      repeated.add(new RepeatedPairs(pairs.get(i), count, shuffled(size, seed, i)));
    }
    return repeated.build();
  }

  private static int[] shuffled(int size, long seed, int set) {
    var order = new int[size];
    Arrays.setAll(order, i -> i);
    var random = SeededRandom.of(seed, "mixed", set);
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int value = order[i];
      order[i] = order[other];
      order[other] = value;
    }
    return order;
  }

  /** The same, none of which is damaged. */
  RepeatedPairs sound() {
    return new RepeatedPairs(pairs.sound(), count, order);
  }

  /** The same, none of which comes up again. */
  RepeatedPairs once() {
    return new RepeatedPairs(pairs, pairs.size(), order);
  }

  Pairs pairs() {
    return pairs;
  }

  /** How many there are, those that come up again among them. */
  int count() {
    return count;
  }

  /**
   * Which pair one is.
   *
   * @param number from 0 to {@code count() - 1}
   */
  int index(int number) {
    return number < order.length ? number : order[number % order.length];
  }
}
