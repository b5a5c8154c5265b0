package io.pix2pix.models.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.DiscriminatorView;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.models.FiniteDifferences;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.objective.LeastSquares;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Pairs of two pixels; what judges them is chosen so that its slope is known. */
@Tag("numerical")
class DiscriminatorGradientPenaltyTest {
  private static final Shape TWO_PIXELS = Shape.of(2, 1, 2, 1);
  private static final Offset<Float> ROUNDING = Offset.offset(1e-5f);

  /** D(y) = 3 y1 + 4 y2 is 5 steep everywhere: (5 - 1)^2 and 5^2 / 2. */
  @Test
  void theSlopeOfALinearDiscriminatorIsThatOfItsWeights() {
    try (var graph = new TestGraph()) {
      var context = context(graph).withDiscriminator(linear(graph, 3, 4));

      assertThat(value(graph, new GradientPenalty(10), context)).isCloseTo(16, ROUNDING);
      assertThat(value(graph, new R1(10), context)).isCloseTo(12.5f, ROUNDING);
    }
  }

  /** Patches 3 y1 and 3 y2, so that their mean is 1.5 y1 + 1.5 y2: 2 * 1.5^2 / 2. */
  @Test
  void theSlopeIsThatOfTheMeanOverPatches() {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var context =
          context(graph)
              .withDiscriminator(
                  sample ->
                      DiscriminatorOutput.of(
                          tf.math.mul(sample.image(), tf.constant(3f)), ImmutableList.of()));

      assertThat(value(graph, new R1(10), context)).isCloseTo(2.25f, ROUNDING);
    }
  }

  /** Scales of slopes (3, 4) and (1, 0): their mean is (2, 2). */
  @Test
  void theSlopeIsThatOfTheMeanOverScales() {
    try (var graph = new TestGraph()) {
      var fine = linear(graph, 3, 4);
      var coarse = linear(graph, 1, 0);
      var context =
          context(graph)
              .withDiscriminator(
                  sample ->
                      new DiscriminatorOutput(
                          ImmutableList.of(
                              fine.output(sample).scales().get(0),
                              coarse.output(sample).scales().get(0))));

      assertThat(value(graph, new R1(10), context)).isCloseTo(4, ROUNDING);
    }
  }

  /** D(y) = |y|^2 / 2 is as steep as y is long: targets (3, 4) and (0, 1) give (25 + 1) / 2 / 2. */
  @Test
  void r1LooksAtEachTargetByItself() {
    try (var graph = new TestGraph()) {
      var context = context(graph).withDiscriminator(round(graph));

      assertThat(value(graph, new R1(10), context)).isCloseTo(6.5f, ROUNDING);
    }
  }

  /** As above, at e (3, 4) and e' (0, 1), as G(x) = 0: slopes 5 e and e'. */
  @Test
  void gradientPenaltyLooksBetweenTargetAndGenerated() {
    try (var graph = new TestGraph()) {
      var context = context(graph).withDiscriminator(round(graph));
      var shares = graph.run(context.uniform("gradient-penalty", Shape.of(2, 1, 1, 1)));
      double first = Math.pow(5 * shares[0] - 1, 2);
      double second = Math.pow(shares[1] - 1, 2);

      assertThat(shares[0]).isNotEqualTo(shares[1]);
      assertThat(value(graph, new GradientPenalty(10), context))
          .isCloseTo((float) (first + second) / 2, ROUNDING);
    }
  }

  @Test
  void aDiscriminatorWithoutSlopeHasAFinitePenalty() {
    try (var graph = new TestGraph()) {
      var context = context(graph).withDiscriminator(linear(graph, 0, 0));

      assertThat(value(graph, new GradientPenalty(10), context)).isCloseTo(1, ROUNDING);
    }
  }

  static List<Loss> penalties() {
    return List.of(new GradientPenalty(10), new R1(10));
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void theirGradientsAreThoseOfFiniteDifferences(Loss penalty) {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var discriminator = new PatchGan(16, 2, true, new NoNormalization(), false);
      var layers = graph.layers("discriminator", Phase.TRAINING);
      var context =
          TestLossContext.of(
                  graph,
                  Scattered.images(graph, "x", 2, 12, 16, 1),
                  Scattered.images(graph, "y", 2, 12, 16, 2),
                  Scattered.images(graph, "g", 2, 12, 16, 2))
              .withDiscriminator(
                  sample ->
                      discriminator.build(
                          layers,
                          tf.concat(List.of(sample.condition(), sample.image()), tf.constant(3))));
      // Biases do not change slopes; they get their gradients from what D minimizes besides.
      var real = new Adversarial(new LeastSquares(), 1).terms().get(2).value().in(context);
      var total = tf.math.add(term(penalty).value().in(context), real);
      Scattered.fill(graph);

      FiniteDifferences.assertGradients(graph, ParameterGroup.DISCRIMINATOR, total, 2e-4, 4e-3);
    }
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void areHalvedAsTheWholeObjectiveOfTheDiscriminatorIs(Loss penalty) {
    try (var graph = new TestGraph()) {
      var weight = term(penalty).weight().at(graph.tf(), graph.tf().constant(0L));

      assertThat(term(penalty).group()).isEqualTo(ParameterGroup.DISCRIMINATOR);
      assertThat(graph.scalar(weight)).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void sayThatTheyTrainNothing(Loss penalty) {
    assertThat(penalty.trains(ParameterGroup.DISCRIMINATOR)).isFalse();
    assertThat(new Adversarial(new LeastSquares(), 1).trains(ParameterGroup.DISCRIMINATOR))
        .isTrue();
  }

  @Test
  void whatTensorFlowCannotDifferentiateTwiceIsRefusedInWords() {
    try (var graph = new TestGraph()) {
      var discriminator = new PatchGan(16, 2, false, new BatchNormalization(1e-5), false);
      var layers = graph.layers("discriminator", Phase.TRAINING);
      var context =
          TestLossContext.of(
                  graph,
                  Scattered.images(graph, "x", 2, 12, 16, 1),
                  Scattered.images(graph, "y", 2, 12, 16, 2),
                  Scattered.images(graph, "g", 2, 12, 16, 2))
              .withDiscriminator(sample -> discriminator.build(layers, sample.image()));
      var penalty = term(new R1(10)).value().in(context);
      var parameter = graph.variables().parametersOf(ParameterGroup.DISCRIMINATOR).get(0);
      var read = graph.snapshot().value(parameter);

      assertThatThrownBy(() -> context.gradients().of(penalty, ImmutableList.of(read)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot be differentiated");
    }
  }

  private static TestLossContext context(TestGraph graph) {
    return TestLossContext.of(
        graph,
        graph.constant(TWO_PIXELS, 0, 0, 0, 0),
        graph.constant(TWO_PIXELS, 3, 4, 0, 1),
        graph.constant(TWO_PIXELS, 0, 0, 0, 0));
  }

  private static DiscriminatorView linear(TestGraph graph, float first, float second) {
    var weights = graph.constant(Shape.of(1, 1, 2, 1), first, second);
    return sample -> oneLogit(graph, graph.tf().math.mul(sample.image(), weights));
  }

  private static DiscriminatorView round(TestGraph graph) {
    var tf = graph.tf();
    return sample ->
        oneLogit(graph, tf.math.mul(tf.math.square(sample.image()), tf.constant(0.5f)));
  }

  /** The sum over both pixels. */
  private static DiscriminatorOutput oneLogit(TestGraph graph, Operand<TFloat32> parts) {
    var tf = graph.tf();
    var sums = tf.reduceSum(parts, tf.constant(new int[] {1, 2, 3}));
    return DiscriminatorOutput.of(
        tf.reshape(sums, tf.constant(Shape.of(2, 1, 1, 1))), ImmutableList.of());
  }

  private static Term term(Loss penalty) {
    return penalty.terms().get(0);
  }

  private static float value(TestGraph graph, Loss penalty, TestLossContext context) {
    return graph.scalar(term(penalty).value().in(context));
  }
}
