package io.pix2pix.models.loss.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.Phase;
import io.pix2pix.models.loss.LossOnImages;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class PseudoPriorTest {
  private static final Shape ROW = Shape.of(1, 1, 3, 1);
  private static final Shape SHAPE = Shape.of(1, 4, 5, 2);
  private static final Weight WEIGHT = Weight.constant(1);

  @Test
  void aNetworkOfItsOwnLearnsFromTheTargetWhatTheGeneratorIsMeasuredBy() {
    assertThat(new PseudoPrior(3, 1, true, WEIGHT).terms())
        .extracting(Term::column)
        .containsExactly("generator.pseudo-prior", "pseudo-prior.prediction");
  }

  /**
   * The network adds up both neighbors of the row. Target 0.5 0 0.5: predicted 0 1 0, errors 0.5 1
   * 0.5. Generated 1 0 0: predicted 0 1 0, errors 1 1 0. Both are 2/3 on average.
   */
  @Test
  void measuresHowFarPixelsAreFromWhatTheirNeighborsSay() {
    var target = new float[] {0.5f, 0, 0.5f};

    assertThat(value(0, false, target, 1, 0, 0)).isCloseTo(2f / 3, within(1e-6f));
    assertThat(value(1, false, target, 1, 0, 0)).isCloseTo(2f / 3, within(1e-6f));
  }

  /** Generated 1 0.25 1: predicted 0.25 2 0.25, errors 0.75 1.75 0.75, 3.25/3 against 2/3. */
  @Test
  void theHingeForgivesWhatTheTargetDoesToo() {
    var target = new float[] {0.5f, 0, 0.5f};

    assertThat(value(0, true, target, 0, 0, 0)).isZero();
    assertThat(value(0, true, target, 1, 0.25f, 1)).isCloseTo(1.25f / 3, within(1e-6f));
  }

  @Test
  void noPredictionSeesThePixelThatItPredicts() {
    try (var graph = new TestGraph()) {
      var shape = Shape.of(1, 5, 5, 1);
      var image = graph.constant(shape, LossOnImages.wave(shape));
      var layers = graph.layers("pseudo-prior", Phase.TRAINING);
      var predicted = new NeighborPrediction(3, 4).build(layers, image);
      Operand<TFloat32> middle =
          graph.tf().slice(predicted, graph.tf().array(0, 2, 2, 0), graph.tf().array(1, 1, 1, 1));
      var gradient = new GraphGradients(graph.graph()).of(middle, ImmutableList.of(image)).get(0);
      var seen = graph.initialize().run(gradient);

      for (int i = 0; i < seen.length; i++) {
        boolean around = i != 12 && Math.abs(i / 5 - 2) <= 1 && Math.abs(i % 5 - 2) <= 1;
        assertThat(seen[i] != 0).as("pixel " + i).isEqualTo(around);
      }
    }
  }

  @Test
  void theGradientIsRight() {
    new LossOnImages(new PseudoPrior(3, 4, false, WEIGHT), SHAPE).requireGradient(1e-2);
  }

  /** Twice the target is twice as far from what its neighbors say, and so beyond the hinge. */
  @Test
  void theGradientBeyondTheHingeIsRight() {
    var wave = LossOnImages.wave(SHAPE);
    for (int i = 0; i < wave.length; i++) {
      wave[i] *= 2;
    }
    var images = new LossOnImages(new PseudoPrior(3, 4, true, WEIGHT), SHAPE);

    assertThat(images.of(LossOnImages.wave(SHAPE), wave)).isPositive();
    images.gradient().agreesWithDifferences(SHAPE, wave, 1e-2);
  }

  @Test
  void refusesASquareWithoutAMiddle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PseudoPrior(4, 1, true, WEIGHT))
        .withMessage("neighborhood must be odd, not 4");
  }

  private static float value(int term, boolean hinge, float[] target, float... generated) {
    try (var graph = new TestGraph()) {
      var images = graph.constant(ROW, target);
      var context = TestLossContext.of(graph, images, images, graph.constant(ROW, generated));
      var value = new PseudoPrior(3, 1, hinge, WEIGHT).terms().get(term).value().in(context);
      graph.initialize();
      // Only the middle row meets the image; the middle of the kernel is masked, whatever it is.
      graph.set("pseudo-prior/around/kernel", 0, 0, 0, 1, 9, 1, 0, 0, 0);
      graph.set("pseudo-prior/mixed/kernel", 1);
      graph.set("pseudo-prior/pixel/kernel", 1);
      return graph.scalar(value);
    }
  }
}
