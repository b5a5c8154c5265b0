package io.pix2pix.data.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random generators that can be had again, each for one place of use. */
public final class SeededRandom {
  private SeededRandom() {}

  /**
   * A generator that gives the same numbers for the same arguments, and unrelated numbers for
   * others.
   *
   * @param seed of the experiment or the data set
   * @param purpose what the numbers are for, for example {@code order}
   * @param number which of them, for example an epoch
   */
  public static RandomGenerator of(long seed, String purpose, long number) {
    long mixed =
        Hashing.sha256()
            .newHasher()
            .putLong(seed)
            .putString(purpose, UTF_8)
            .putLong(number)
            .hash()
            .asLong();
    return new SplittableRandom(mixed);
  }
}
