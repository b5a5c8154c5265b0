package io.pix2pix.train.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.testing.Tensors;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

/** G(x) = w x and D(y) = v y with w = v = 1 at first, x = 2, y = 3, learning rate 0.5. */
class TrainingGraphTest {
  /**
   * D's gradient of -v y is -3, so v becomes 2.5 before G's turn: G's loss is then v w x = 5 and
   * its gradient v x = 5, so w becomes -1.5. Had G seen the old D, its loss would be 2.
   */
  @Test
  void theGeneratorPlaysAgainstTheUpdatedDiscriminator() {
    try (var graph =
            TrainingGraph.open(OneKernel.experiment(new OneKernel.Tug()), OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.columns()).containsExactly("generator.pull", "discriminator.push");
      assertThat(graph.step(batch, 0)).containsExactly(5, -3);
      assertThat(value(graph, "discriminator/kernel")).isEqualTo(2.5f);
      assertThat(value(graph, "generator/kernel")).isEqualTo(-1.5f);
    }
  }

  @Test
  void aWeightCountsInTheObjectiveAndNotInTheLoggedValue() {
    try (var graph =
            TrainingGraph.open(OneKernel.experiment(new OneKernel.Shrink(10)), OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(2);
      assertThat(value(graph, "generator/kernel")).isEqualTo(1 - 0.5f * 10 * 2);
    }
  }

  @Test
  void lossesWithoutADiscriminatorTrainNone() {
    try (var graph =
        TrainingGraph.open(OneKernel.experiment(new OneKernel.Shrink(1)), OneKernel.PIXEL)) {
      assertThat(graph.variables().all())
          .noneMatch(variable -> ParameterGroup.DISCRIMINATOR.owns(variable.name()));
    }
  }

  @Test
  void aLossThatAsksAnUntrainedDiscriminatorIsRefused() {
    Loss asking =
        () ->
            ImmutableList.of(
                Term.of(
                    "ask",
                    ParameterGroup.GENERATOR,
                    1,
                    context ->
                        context.discriminator().output(context.fake()).scales().get(0).logits()));

    assertThatThrownBy(() -> TrainingGraph.open(OneKernel.experiment(asking), OneKernel.PIXEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none trains it");
  }

  @Test
  void aGeneratorThatChangesTheSizeIsRefused() {
    var pairs = new PairShape(new ImageShape(2, 2, 1), new ImageShape(1, 1, 1));

    assertThatThrownBy(
            () -> TrainingGraph.open(OneKernel.experiment(new OneKernel.Shrink(1)), pairs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("generator: it gives images of [1, 2, 2, 1]")
        .hasMessageContaining("targets are [1, 1, 1, 1]");
  }

  @Test
  void lossesThatAskNothingOfTheGeneratorAreRefused() {
    assertThatThrownBy(() -> TrainingGraph.open(OneKernel.experiment(), OneKernel.PIXEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none asks anything of the generator");
  }

  @Test
  void theSameLossTwiceIsRefused() {
    var losses = OneKernel.experiment(new OneKernel.Shrink(1), new OneKernel.Shrink(1));

    assertThatThrownBy(() -> TrainingGraph.open(losses, OneKernel.PIXEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("two of them give generator.shrink");
  }

  /** G(2) = 2 w falls by 2 (1 + 2) at rate 0.5: w = 1 - 3 = -2. */
  @Test
  void twoLossesOfOneKindHaveColumnsOfTheirOwnAndAddUp() {
    var losses = OneKernel.experiment(new OneKernel.Shrink(1), new OneKernel.Shrink(2));

    try (var graph = TrainingGraph.open(losses, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.columns()).containsExactly("generator.shrink", "generator.shrink-2");
      graph.step(batch, 0);
      assertThat(value(graph, "generator/kernel")).isEqualTo(-2);
    }
  }

  /**
   * A third parameter group: its own variable u = 1, its objective u y, so that u becomes 1 - 0.5 *
   * 3.
   */
  @Test
  void aLossCanBringAPlayerWithANetworkOfItsOwn() {
    var critic = new ParameterGroup("critic");
    Loss bringing =
        () ->
            ImmutableList.of(
                Term.of(
                    "own",
                    critic,
                    1,
                    context ->
                        context
                            .tf()
                            .reshape(
                                new OneKernel.Factor()
                                    .build(context.layers(critic), context.target(), 1),
                                context.tf().constant(new int[0]))));
    try (var graph =
            TrainingGraph.open(
                OneKernel.experiment(bringing, new OneKernel.Shrink(1)), OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(3, 2);
      assertThat(value(graph, "critic/kernel")).isEqualTo(-0.5f);
    }
  }

  private static float value(TrainingGraph graph, String name) {
    var variable =
        graph.variables().all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    try (var value = (TFloat32) variable.read(graph.session())) {
      return Tensors.toArray(value)[0];
    }
  }
}
