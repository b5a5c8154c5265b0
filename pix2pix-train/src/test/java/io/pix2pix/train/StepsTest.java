package io.pix2pix.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.training.DiscriminatorTraining;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.training.Training;
import io.pix2pix.train.optimizer.Adam;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

class StepsTest {
  /** 5 pairs, 3 epochs: 15 pairs. */
  @Test
  void countsTheStepsInWhichEveryPairIsSeen() {
    assertThat(steps(5, 3, 5, 1).all()).isEqualTo(3);
    assertThat(steps(5, 3, 4, 1).all()).isEqualTo(4);
  }

  @Test
  void theStepsOfTheDiscriminatorSeePairsToo() {
    var steps = steps(5, 3, 2, 4);

    assertThat(steps.imagesInEach()).isEqualTo(8);
    assertThat(steps.all()).isEqualTo(2);
    assertThat(steps.batchesBefore(2)).isEqualTo(8);
  }

  /** Two pairs a step: steps begin with pair 0, 2, 4, 6, and an epoch has 5 pairs. */
  @Test
  void anEpochIsThatInWhichAStepBegins() {
    var steps = steps(5, 3, 2, 1);

    assertThat(steps.epochOf(2)).isEqualTo(0);
    assertThat(steps.epochOf(3)).isEqualTo(1);
    assertThat(steps.epochOf(steps.all() - 1)).isEqualTo(2);
  }

  static Steps steps(int pairs, int epochs, int batchSize, int discriminatorSteps) {
    return new Steps(pairs, training(epochs, batchSize, discriminatorSteps, Schedule.constant()));
  }

  static Training training(int epochs, int batchSize, int discriminatorSteps, Schedule schedule) {
    return new Training(
            epochs,
            batchSize,
            new Adam(0.0002, 0.5, 0.999, 1e-8),
            (tf, shape, seed) -> tf.zeros(tf.constant(shape), TFloat32.class))
        .withSchedule(schedule)
        .withDiscriminator(new DiscriminatorTraining(1, discriminatorSteps, 0));
  }
}
