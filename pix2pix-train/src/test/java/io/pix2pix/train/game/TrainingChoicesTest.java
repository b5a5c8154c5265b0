package io.pix2pix.train.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.DiscriminatorTraining;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.training.Training;
import io.pix2pix.api.training.Update;
import io.pix2pix.testing.Tensors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * G(x) = w x and D(y) = v y with w = v = 1 at first, x = 2, y = 3, learning rate 0.5. D minimizes
 * -v y (gradient -3), G minimizes v w x (gradient v x).
 */
class TrainingChoicesTest {
  private static final OneKernel.Tug TUG = new OneKernel.Tug();

  /** G's gradient is v x = 2 with the old v: had it seen the new v = 2.5, it would be 5. */
  @Test
  void simultaneousPlayersSeeTheWeightsThatTheStepBeganWith() {
    try (var graph = open(OneKernel.TRAINING.withUpdate(Update.SIMULTANEOUS));
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(2, -3);
      assertThat(value(graph, "discriminator/kernel")).isEqualTo(2.5f);
      assertThat(value(graph, "generator/kernel")).isEqualTo(0);
    }
  }

  /** D: 1 + 0.5 * 4 * 3 = 7. G: 1 - 0.5 * v x = 1 - 0.5 * 7 * 2 = -6. */
  @Test
  void theDiscriminatorHasARateOfItsOwn() {
    try (var graph = open(discriminator(4, 1, 0));
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, 0);
      assertThat(value(graph, "discriminator/kernel")).isEqualTo(7);
      assertThat(value(graph, "generator/kernel")).isEqualTo(-6);
    }
  }

  /** At a tenth of the rate: D 1 + 0.05 * 3 = 1.15, G 1 - 0.05 * 1.15 * 2 = 0.885. */
  @Test
  void theFactorOfAScheduleConcernsBothPlayers() {
    try (var graph = open(OneKernel.TRAINING);
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, StepNumbers.of(0), 0.1);
      assertThat(value(graph, "discriminator/kernel")).isCloseTo(1.15f, Offset.offset(1e-6f));
      assertThat(value(graph, "generator/kernel")).isCloseTo(0.885f, Offset.offset(1e-6f));
    }
  }

  @Test
  void aStepOfTheDiscriminatorChangesNoOneElse() {
    try (var graph = open(discriminator(1, 2, 0));
        var batch = OneKernel.batch(2, 3)) {
      graph.stepOfDiscriminator(batch, StepNumbers.of(0), 1);
      assertThat(value(graph, "discriminator/kernel")).isEqualTo(2.5f);
      assertThat(value(graph, "generator/kernel")).isEqualTo(1);
      assertThat(graph.step(batch, 0)).containsExactly(4 * 1 * 2, -2.5f * 3);
    }
  }

  /** Halved gradients: D 1 + 0.5 * 1.5 = 1.75, G 1 - 0.5 * 1.75 * 2 / 2 = 0.125. */
  @Test
  void clippingStandsBetweenGradientsAndUpdates() {
    try (var graph = open(OneKernel.TRAINING.withClipping(new Half()));
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, 0);
      assertThat(value(graph, "discriminator/kernel")).isEqualTo(1.75f);
      assertThat(value(graph, "generator/kernel")).isEqualTo(0.125f);
    }
  }

  /**
   * G's own output is 2w, its gradient 2, so that w goes 1, 0, -1, -2. The decay at step s is
   * min(0.15, s / (s + 9)): 0, 0.1, then 0.15. Averages: 0; -1 + 0.1 * 1 = -0.9; -2 + 0.15 * 1.1 =
   * -1.835.
   */
  @Test
  void theAverageFollowsTheWeightsOfTheGeneratorMoreSlowlyAsStepsGoBy() {
    var experiment =
        OneKernel.experiment(OneKernel.TRAINING.withAverage(0.15), new OneKernel.Shrink(1));
    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, 0);
      assertThat(value(graph, "average/generator/kernel")).isEqualTo(0);
      graph.step(batch, 1);
      assertThat(value(graph, "average/generator/kernel")).isEqualTo(-0.9f);
      graph.step(batch, 2);
      assertThat(value(graph, "average/generator/kernel")).isCloseTo(-1.835f, Offset.offset(1e-6f));
      assertThat(value(graph, "generator/kernel")).isEqualTo(-2);
    }
  }

  @Test
  void samplesShowTheAveragedGenerator() {
    var experiment =
        OneKernel.experiment(OneKernel.TRAINING.withAverage(0.5), new OneKernel.Shrink(1));
    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, 0);
      graph.step(batch, 1);
      // -0.9 as above, times a pixel of 0.5.
      try (var model = graph.snapshot()) {
        assertThat(model.generate(OneKernel.pixel(0.5f), 0).at(0, 0, 0)).isEqualTo(-0.45f);
      }
    }
  }

  @Test
  void whatIsOffLeavesNoVariables() {
    try (var graph = open(OneKernel.TRAINING)) {
      assertThat(graph.variables().all())
          .extracting(Variable::name)
          .containsExactlyInAnyOrder(
              "generator/kernel",
              "discriminator/kernel",
              "optimizer/updates/generator",
              "optimizer/updates/discriminator");
    }
  }

  @Test
  void choicesThatConcernADiscriminatorWantOne() {
    refuses(
        discriminator(1, 1, 5),
        "training.discriminator.imagePool: concerns a discriminator",
        "give 0");
    refuses(discriminator(1, 2, 0), "training.discriminator.steps", "give 1");
  }

  @Test
  void aRateForADiscriminatorThatNoneTrainsIsIdle() {
    var rate = discriminator(2, 1, 0);
    var experiment = OneKernel.experiment(rate, new OneKernel.Shrink(1));

    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL)) {
      assertThat(graph.columns()).containsExactly("generator.shrink");
    }
  }

  @Test
  void simultaneousStepsAreOneForOne() {
    var both = discriminator(1, 2, 0).withUpdate(Update.SIMULTANEOUS);

    assertThatThrownBy(() -> open(both))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.discriminator.steps: with update: simultaneous");
  }

  @Test
  void aScheduleIsAskedWhetherItCanFollowTheLosses() {
    var choosy = OneKernel.TRAINING.withSchedule(new Choosy());

    assertThatThrownBy(() -> open(choosy)).hasMessage("not [generator.pull, discriminator.push]");
  }

  private static void refuses(Training training, String... words) {
    var experiment = OneKernel.experiment(training, new OneKernel.Shrink(1));
    assertThatThrownBy(() -> TrainingGraph.open(experiment, OneKernel.PIXEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  private static TrainingGraph open(Training training) {
    return TrainingGraph.open(OneKernel.experiment(training, TUG), OneKernel.PIXEL);
  }

  private static Training discriminator(double learningRateFactor, int steps, int imagePool) {
    return OneKernel.TRAINING.withDiscriminator(
        new DiscriminatorTraining(learningRateFactor, steps, imagePool));
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

  private record Half() implements Clipping {
    @Override
    public ImmutableList<Operand<TFloat32>> clip(
        Ops tf, ImmutableList<Operand<TFloat32>> gradients) {
      return gradients.stream()
          .map(gradient -> (Operand<TFloat32>) tf.math.mul(gradient, tf.constant(0.5f)))
          .collect(ImmutableList.toImmutableList());
    }
  }

  private record Choosy() implements Schedule {
    @Override
    public double factor(int epoch, int epochs, Past past) {
      return 1;
    }

    @Override
    public void check(ImmutableList<String> columns) {
      throw new IllegalArgumentException("not " + columns);
    }
  }
}
