package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on loopback train as one does that has the whole batch. */
class WorkersIT {
  private static final String WHOLE = "name: batch, synchronized: true";

  @TempDir Path folder;
  private WorkerRuns runs;

  @BeforeEach
  void placeRuns() {
    runs = new WorkerRuns(new Pix2Pix(folder));
  }

  /** Dropout and the pool of images follow from an image's place in the whole batch. */
  @Test
  void twoWorkersTrainAsOneDoesWithSynchronizedBatchNormalization() {
    var changes =
        new String[] {
          "generator.normalization={" + WHOLE + "}",
          "discriminator.normalization={" + WHOLE + "}",
          "generator.dropout=0.5",
          "training.discriminator.imagePool=4"
        };

    var one = runs.trained("one", 1, changes);
    var two = runs.trained("two", 2, changes);

    assertThat(two.differenceFrom(one)).isLessThan(1e-4);
  }

  /**
   * Biases before an instance normalization have no effect, and the rounding errors of their
   * gradients no meaning: Adam would enlarge these. So would a higher rate, at which the training
   * is not stable.
   */
  @Test
  void threeWorkersTrainAsOneDoesWithInstanceNormalization() {
    var changes =
        new String[] {
          "generator.normalization=instance",
          "discriminator.normalization=instance",
          "generator.dropout=0",
          "losses=[adversarial, gradient-penalty, l1]",
          "training.optimizer={name: sgd, learningRate: 0.001}"
        };

    var one = runs.trained("one", 1, changes);
    var three = runs.trained("three", 3, changes);

    assertThat(three.differenceFrom(one)).isLessThan(1e-4);
  }

  @Test
  void aBatchThatWorkersCannotDivideIsRefused() {
    runs.train("run", 4)
        .refuses(1, "training.batchSize: 6 images cannot be divided among 4 workers");

    assertThat(runs.folder("run")).doesNotExist();
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    runs.train("run", 0).refuses(1, "--workers: must be at least 1, not 0");
  }
}
