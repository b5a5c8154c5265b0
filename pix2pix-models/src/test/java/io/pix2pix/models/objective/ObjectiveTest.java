package io.pix2pix.models.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.testing.TestGraph;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** Logits 0 and ln 3: sigmoid gives 1/2 and 3/4. */
class ObjectiveTest {
  private static final float[] LOGITS = {0, (float) Math.log(3)};
  private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

  @Test
  void crossEntropyIsTheMeanNegativeLogarithmOfTheProbability() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var logits = graph.constant(Shape.of(1, 1, 2, 1), LOGITS);
      var game = new CrossEntropy();

      float real = (float) -(Math.log(1 / 2.0) + Math.log(3 / 4.0)) / 2;
      float fake = (float) -(Math.log(1 / 2.0) + Math.log(1 / 4.0)) / 2;
      assertThat(graph.scalar(game.real(tf, logits))).isCloseTo(real, ROUNDING);
      assertThat(graph.scalar(game.fake(tf, logits))).isCloseTo(fake, ROUNDING);
      assertThat(graph.scalar(game.fool(tf, logits))).isCloseTo(real, ROUNDING);
    }
  }

  @Test
  void leastSquaresIsTheMeanSquareOfTheDistanceToTheLabel() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var logits = graph.constant(Shape.of(1, 1, 2, 1), 0.5f, -1);
      var game = new LeastSquares();

      assertThat(graph.scalar(game.real(tf, logits))).isCloseTo((0.25f + 4) / 2, ROUNDING);
      assertThat(graph.scalar(game.fake(tf, logits))).isCloseTo((0.25f + 1) / 2, ROUNDING);
      assertThat(graph.scalar(game.fool(tf, logits))).isCloseTo((0.25f + 4) / 2, ROUNDING);
    }
  }

  @Test
  void crossEntropyStaysFiniteForExtremeLogits() {
    try (var graph = new TestGraph()) {
      var logits = graph.constant(Shape.of(2), 1000, -1000);

      assertThat(graph.scalar(new CrossEntropy().real(graph.tf(), logits))).isEqualTo(500);
    }
  }
}
