package io.pix2pix.data.batch;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.primitives.Ints;
import io.pix2pix.data.random.SeededRandom;
import java.util.random.RandomGenerator;

/** An endless stream of pairs: epoch after epoch, each in an order of its own. Thread-safe. */
final class DataOrder {
  private static final int EPOCHS_IN_USE = 4;

  private final int pairs;
  private final LoadingCache<Long, int[]> orders;

  /**
   * @param pairs in an epoch, at least 1
   */
  DataOrder(int pairs, long seed) {
    this.pairs = pairs;
    orders =
        CacheBuilder.newBuilder()
            .maximumSize(EPOCHS_IN_USE)
            .build(
                CacheLoader.from(epoch -> shuffle(pairs, SeededRandom.of(seed, "order", epoch))));
  }

  /** The index of the pair at a position, from 0 on. */
  int pairAt(long position) {
    return orders.getUnchecked(position / pairs)[(int) (position % pairs)];
  }

  /** The position at which the pair of an index comes in an epoch. */
  long positionOf(int index, long epoch) {
    return epoch * pairs + Ints.indexOf(orders.getUnchecked(epoch), index);
  }

  private static int[] shuffle(int size, RandomGenerator random) {
    var order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
