package io.pix2pix.models.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.loss.Term;
import io.pix2pix.models.objective.LeastSquares;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** Target 1, -1 and generated 0.5, 1: differences 0.5 and -2. */
class LossesTest {
  private static final Shape TWO_PIXELS = Shape.of(1, 1, 2, 1);

  @Test
  void l1IsTheMeanAbsoluteDifference() {
    assertThat(value(new L1(100).terms().get(0))).isEqualTo(1.25f);
  }

  @Test
  void l2IsTheMeanSquaredDifference() {
    assertThat(value(new L2(100).terms().get(0))).isEqualTo(2.125f);
  }

  @Test
  void theGeneratorMinimisesDifferencesWithTheirWeight() {
    var term = new L1(100).terms().get(0);

    assertThat(term.group()).isEqualTo(ParameterGroup.GENERATOR);
    assertThat(weight(term)).isEqualTo(100);
  }

  @Test
  void adversarialAsksBothPlayersAndHalvesTheObjectiveOfTheDiscriminator() {
    var terms = new Adversarial(new LeastSquares(), 3).terms();

    assertThat(terms)
        .extracting(Term::column)
        .containsExactly("generator.adversarial", "discriminator.fake", "discriminator.real");
    assertThat(terms).extracting(LossesTest::weight).containsExactly(3f, 0.5f, 0.5f);
  }

  /**
   * The discriminator of the context gives the image itself as logits: D(G(x)) = 0.5, 1 and D(y) =
   * 1, -1.
   */
  @Test
  void adversarialPlaysItsObjectiveOnTheLogits() {
    var terms = new Adversarial(new LeastSquares(), 1).terms();

    assertThat(value(terms.get(0))).isEqualTo(0.125f);
    assertThat(value(terms.get(1))).isEqualTo(0.625f);
    assertThat(value(terms.get(2))).isEqualTo(2);
  }

  private static float value(Term term) {
    try (var graph = new TestGraph()) {
      var context =
          TestLossContext.of(
                  graph,
                  graph.constant(TWO_PIXELS, 0, 0),
                  graph.constant(TWO_PIXELS, 1, -1),
                  graph.constant(TWO_PIXELS, 0.5f, 1))
              .withDiscriminator(
                  sample -> DiscriminatorOutput.of(sample.image(), ImmutableList.of()));
      return graph.scalar(term.value().in(context));
    }
  }

  private static float weight(Term term) {
    try (var graph = new TestGraph()) {
      return graph.scalar(term.weight().at(graph.tf(), graph.tf().constant(7L)));
    }
  }
}
