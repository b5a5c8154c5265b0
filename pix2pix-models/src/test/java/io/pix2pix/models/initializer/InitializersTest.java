package io.pix2pix.models.initializer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.Initializer;
import io.pix2pix.testing.TestGraph;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** Kernels of 4x4 places, with 3 channels in and 8 out or more of both. */
class InitializersTest {
  private static final Shape SMALL = Shape.of(4, 4, 3, 8);

  /** As many weights as it takes to know the deviation within two in a hundred. */
  private static final Shape LARGE = Shape.of(4, 4, 30, 80);

  private static final Percentage CHANCE = Percentage.withPercentage(2);

  /** 0.02 sqrt(2 / (16 * 30 + 16 * 80)). */
  @Test
  void xavierLooksAtInputsAndOutputs() {
    assertThat(deviation(new Xavier(0.02), false)).isCloseTo(6.74200e-4, CHANCE);
    assertThat(deviation(new Xavier(0.02), true)).isCloseTo(6.74200e-4, CHANCE);
  }

  /** sqrt(2 / (16 * 30)), and for a transposed convolution sqrt(2 / (16 * 80)) as in PyTorch. */
  @Test
  void kaimingLooksAtInputs() {
    assertThat(deviation(new Kaiming(), false)).isCloseTo(0.0645497, CHANCE);
    assertThat(deviation(new Kaiming(), true)).isCloseTo(0.0395285, CHANCE);
  }

  @Test
  void filtersOfOrthogonalAreOrthogonalAndOfTheLengthOfTheGain() {
    assertOrthogonal(new Orthogonal(0.02), SMALL, false, 3, 8);
  }

  /** PyTorch keeps kernels of transposed convolutions as [in, out, h, w] and looks at the first. */
  @Test
  void inputsOfATransposedOrthogonalAreOrthogonal() {
    assertOrthogonal(new Orthogonal(0.02), SMALL, true, 2, 3);
  }

  /** 1x1 places and 3 channels: 8 filters of 3 weights cannot be orthogonal, the 3 weights can. */
  @Test
  void weightsAreOrthogonalWhereThereAreMoreFilters() {
    assertOrthogonal(new Orthogonal(0.02), Shape.of(1, 1, 3, 8), false, 2, 3);
  }

  @Test
  void aSeedDecides() {
    for (var initializer :
        new Initializer[] {new Xavier(1), new Kaiming(), new Orthogonal(1), new Normal(0, 1)}) {
      assertThat(values(initializer, SMALL, false, 1))
          .isEqualTo(values(initializer, SMALL, false, 1))
          .isNotEqualTo(values(initializer, SMALL, false, 2));
    }
  }

  /**
   * @param axis along which the products of any two slices are 0, and gain^2 with itself
   */
  private static void assertOrthogonal(
      Initializer initializer, Shape shape, boolean transposed, int axis, int count) {
    var values = values(initializer, shape, transposed, 1);
    for (int one = 0; one < count; one++) {
      for (int other = 0; other < count; other++) {
        assertThat(product(values, shape, axis, one, other) / (0.02 * 0.02))
            .as("%s and %s", one, other)
            .isCloseTo(one == other ? 1 : 0, Offset.offset(1e-5));
      }
    }
  }

  private static double product(float[] values, Shape shape, int axis, int one, int other) {
    int stride = axis == 3 ? 1 : (int) shape.get(3);
    int size = (int) shape.get(axis);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (i / stride % size == one) {
        sum += (double) values[i] * values[i + (other - one) * stride];
      }
    }
    return sum;
  }

  private static double deviation(Initializer initializer, boolean transposed) {
    double sum = 0;
    var values = values(initializer, LARGE, transposed, 1);
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  private static float[] values(
      Initializer initializer, Shape shape, boolean transposed, long seed) {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var seeds = tf.constant(new long[] {seed, 0});
      return graph.run(
          transposed
              ? initializer.transposedValues(tf, shape, seeds)
              : initializer.values(tf, shape, seeds));
    }
  }
}
