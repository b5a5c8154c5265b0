package io.pix2pix.data.augment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** Chance that gives the listed numbers, each once: whole ones where whole ones are asked for. */
final class GivenDraws implements RandomGenerator {
  private final Queue<Double> numbers = new ArrayDeque<>();

  GivenDraws(double... numbers) {
    Arrays.stream(numbers).forEach(this.numbers::add);
  }

  @Override
  public double nextDouble() {
    return numbers.remove();
  }

  @Override
  public double nextGaussian() {
    return numbers.remove();
  }

  @Override
  public int nextInt(int bound) {
    int number = numbers.remove().intValue();
    if (number < 0 || number >= bound) {
      throw new IllegalArgumentException(number + " is not below " + bound);
    }
    return number;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("nobody asks for it");
  }
}
