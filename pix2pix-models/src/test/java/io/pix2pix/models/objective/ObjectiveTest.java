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
      assertThat(graph.scalar(game.generatorLoss(tf, logits))).isCloseTo(real, ROUNDING);
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
      assertThat(graph.scalar(game.generatorLoss(tf, logits))).isCloseTo((0.25f + 4) / 2, ROUNDING);
    }
  }

  @Test
  void crossEntropyStaysFiniteForExtremeLogits() {
    try (var graph = new TestGraph()) {
      var logits = graph.constant(Shape.of(2), 1000, -1000);

      assertThat(graph.scalar(new CrossEntropy().real(graph.tf(), logits))).isEqualTo(500);
    }
  }

  /**
   * {@code binary_cross_entropy_with_logits} of PyTorch 2.13 with labels of 0.9 gives 0.5453453.
   */
  @Test
  void smoothedLabelsConcernTheDiscriminatorOnRealImagesAlone() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var logits = graph.constant(Shape.of(1, 1, 2, 1), LOGITS);
      var smoothed = new CrossEntropy(0.9);
      var plain = new CrossEntropy();

      assertThat(graph.scalar(smoothed.real(tf, logits))).isCloseTo(0.5453453f, ROUNDING);
      assertThat(graph.scalar(smoothed.fake(tf, logits)))
          .isEqualTo(graph.scalar(plain.fake(tf, logits)));
      assertThat(graph.scalar(smoothed.generatorLoss(tf, logits)))
          .isEqualTo(graph.scalar(plain.generatorLoss(tf, logits)));
    }
  }

  @Test
  void minimaxIsCrossEntropyOfWhichTheGeneratorMinimisesTheNegative() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var logits = graph.constant(Shape.of(1, 1, 2, 1), LOGITS);
      var game = new Minimax();

      float real = (float) -(Math.log(1 / 2.0) + Math.log(3 / 4.0)) / 2;
      float fake = (float) -(Math.log(1 / 2.0) + Math.log(1 / 4.0)) / 2;
      assertThat(graph.scalar(game.real(tf, logits))).isCloseTo(real, ROUNDING);
      assertThat(graph.scalar(game.fake(tf, logits))).isCloseTo(fake, ROUNDING);
      assertThat(graph.scalar(game.generatorLoss(tf, logits))).isCloseTo(-fake, ROUNDING);
    }
  }

  /** Logits 0.5 and -2: 1 - D is 0.5 and 3, 1 + D is 1.5 and -1, of which 0 is left. */
  @Test
  void hingeRestsWhereTheDiscriminatorIsSureEnough() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var logits = graph.constant(Shape.of(1, 1, 2, 1), 0.5f, -2);
      var game = new Hinge();

      assertThat(graph.scalar(game.real(tf, logits))).isEqualTo((0.5f + 3) / 2);
      assertThat(graph.scalar(game.fake(tf, logits))).isEqualTo((1.5f + 0) / 2);
      assertThat(graph.scalar(game.generatorLoss(tf, logits))).isEqualTo(-(0.5f - 2) / 2);
    }
  }

  @Test
  void wassersteinIsTheMeanLogit() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var logits = graph.constant(Shape.of(1, 1, 2, 1), 0.5f, -2);
      var game = new Wasserstein();

      assertThat(graph.scalar(game.real(tf, logits))).isEqualTo(0.75f);
      assertThat(graph.scalar(game.fake(tf, logits))).isEqualTo(-0.75f);
      assertThat(graph.scalar(game.generatorLoss(tf, logits))).isEqualTo(0.75f);
    }
  }
}
