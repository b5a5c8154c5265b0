package io.pix2pix.data.synthetic;

import java.util.random.RandomGenerator;

/** One of several, each as likely. */
final class Choice {
  private Choice() {}

  /** One of the values. */
  static <T> T of(T[] values, RandomGenerator random) {
    return values[random.nextInt(values.length)];
  }
}
