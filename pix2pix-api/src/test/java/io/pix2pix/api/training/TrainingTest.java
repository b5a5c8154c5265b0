package io.pix2pix.api.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.training.Training.Checkpointing;
import io.pix2pix.api.training.Training.Sampling;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class TrainingTest {
  private static final Initializer ZEROS =
      (tf, shape, seed) -> tf.zeros(tf.constant(shape), TFloat32.class);
  private static final Training PAPER = new Training(200, 1, new Still(), ZEROS);

  @Test
  void aChangeLeavesEverythingElseAsItIs() {
    var schedule = new Rising();
    var discriminator = new DiscriminatorTraining(2, 5, 50);
    var checkpoints = new Checkpointing(10, 4);
    var samples = new Sampling(20);
    var validation = new Validation(1, ImmutableList.of(), "l1");

    assertThat(
            PAPER
                .withEpochs(3)
                .withSchedule(schedule)
                .withClipping(new NoClipping())
                .withUpdate(Update.SIMULTANEOUS)
                .withDiscriminator(discriminator)
                .withAverage(0.9)
                .withPrecision(Precision.BFLOAT16)
                .withCheckpoints(checkpoints)
                .withSamples(samples)
                .withValidation(validation))
        .isEqualTo(
            new Training(
                3,
                1,
                new Still(),
                schedule,
                new NoClipping(),
                Update.SIMULTANEOUS,
                discriminator,
                0.9,
                ZEROS,
                Precision.BFLOAT16,
                checkpoints,
                samples,
                validation));
    assertThat(PAPER.withEpochs(3).withEpochs(200)).isEqualTo(PAPER);
  }

  private record Rising() implements Schedule {
    @Override
    public double factor(int epoch, int epochs, Past past) {
      return epoch;
    }
  }

  private record Still() implements Optimizer {
    @Override
    public double learningRate() {
      return 0;
    }

    @Override
    public ImmutableList<Op> update(
        Ops tf,
        Slots slots,
        ImmutableList<Gradient> gradients,
        Operand<TFloat32> learningRate,
        Operand<TInt64> update) {
      return ImmutableList.of();
    }
  }
}
