package io.pix2pix.testing;

import static io.pix2pix.testing.PixAssertions.assertThatGradient;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class GradientAssertTest {
  private static final Shape TWO = Shape.of(2);
  private static final float[] POINT = {0.5f, -2};

  @Test
  void acceptsAGradientThatAgrees() {
    assertThatGradient(GradientAssertTest::sumOfSquares).agreesWithDifferences(TWO, POINT, 1e-3);
  }

  /** The sum of x stop(x) has the values of a sum of squares, but half of its gradient. */
  @Test
  void namesTheElementOfAGradientThatIsWrong() {
    GradientAssert.Function half =
        (graph, x) -> sum(graph, graph.tf().math.mul(x, graph.tf().stopGradient(x)));

    assertThatThrownBy(() -> assertThatGradient(half).agreesWithDifferences(TWO, POINT, 0.1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("but was -2.0 at [1] of [2]");
  }

  @Test
  void aFunctionThatDoesNotChangeProvesNothing() {
    GradientAssert.Function zero = (graph, x) -> sum(graph, graph.tf().math.sub(x, x));

    assertThatThrownBy(() -> assertThatGradient(zero).agreesWithDifferences(TWO, POINT, 1))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void tellsAGradientOfZeroFromOthers() {
    assertThatGradient(GradientAssertTest::sumOfSquares).isZero(TWO, new float[2], 0);
    assertThatThrownBy(
            () -> assertThatGradient(GradientAssertTest::sumOfSquares).isZero(TWO, POINT, 1))
        .hasMessageContaining("its greatest value is 4.0");
  }

  private static Operand<TFloat32> sumOfSquares(TestGraph graph, Operand<TFloat32> x) {
    return sum(graph, graph.tf().math.square(x));
  }

  private static Operand<TFloat32> sum(TestGraph graph, Operand<TFloat32> x) {
    return graph.tf().reduceSum(x, graph.tf().constant(0));
  }
}
