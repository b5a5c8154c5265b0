package io.pix2pix.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.train.run.LossLog;
import io.pix2pix.train.schedule.Plateau;
import io.pix2pix.train.schedule.StepDecay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Epochs of two pairs, a pair in a step. */
class LearningRateTest {
  private static final ImmutableList<String> COLUMNS = ImmutableList.of("generator.l1");
  private static final Steps STEPS = StepsTest.steps(2, 5, 1, 1);

  @TempDir Path folder;

  @Test
  void changesWithTheEpoch() {
    var rate = rate(new StepDecay(1, 0.5), new EpochMeans(COLUMNS));

    var factors = new ArrayList<Double>();
    for (int step = 0; step < 5; step++) {
      factors.add(rate.factor(step));
      rate.hear(new float[] {1});
    }
    assertThat(factors).containsExactly(1.0, 1.0, 0.5, 0.5, 0.25);
  }

  /** Means of the epochs: (0.125 + 0.375) / 2 = 0.25 and (0.25 + 0.5) / 2 = 0.375. */
  @Test
  void aScheduleCanLookAtTheMeansOfEpochsThatAreOver() {
    var seen = new ArrayList<List<Double>>();
    Schedule looking =
        (epoch, epochs, past) -> {
          seen.add(past.means("generator.l1"));
          return 1;
        };
    var rate = rate(looking, new EpochMeans(COLUMNS));
    float[] losses = {0.125f, 0.375f, 0.25f, 0.5f, 9};
    for (int step = 0; step < 5; step++) {
      rate.factor(step);
      rate.hear(new float[] {losses[step]});
    }

    assertThat(seen)
        .containsExactly(ImmutableList.of(), ImmutableList.of(0.25), ImmutableList.of(0.25, 0.375));
  }

  /** The losses rise from epoch to epoch, so that every epoch after the second has another rate. */
  @Test
  void aResumedRunGoesOnAtTheSameRate() {
    var plateau = new Plateau("generator.l1", 0.5, 0, 0);
    var file = folder.resolve("losses.csv");
    var whole = rate(plateau, new EpochMeans(COLUMNS));
    var expected = new ArrayList<Double>();
    try (var log = LossLog.open(file, COLUMNS, 0)) {
      for (int step = 0; step < 10; step++) {
        expected.add(whole.factor(step));
        whole.hear(new float[] {0.1f * step});
        log.add(step + 1, 0.1f * step);
      }
    }

    var resumed = rate(plateau, EpochMeans.read(file, COLUMNS, STEPS, 5));
    for (int step = 5; step < 10; step++) {
      assertThat(resumed.factor(step)).as("step %s", step).isEqualTo(expected.get(step));
      resumed.hear(new float[] {0.1f * step});
    }
    assertThat(expected.get(9)).isEqualTo(0.125);
  }

  @Test
  void meansReadBackAreThoseThatWereHeard() {
    var file = folder.resolve("losses.csv");
    var heard = new EpochMeans(COLUMNS);
    try (var log = LossLog.open(file, COLUMNS, 0)) {
      for (int step = 0; step < 2; step++) {
        float loss = 0.1f + step / 3f;
        heard.add(loss);
        log.add(step + 1, loss);
      }
    }
    heard.enter(1);
    var read = EpochMeans.read(file, COLUMNS, STEPS, 2);
    read.enter(1);

    assertThat(read.means("generator.l1")).isEqualTo(heard.means("generator.l1"));
  }

  /** Batches of 5 in epochs of 2: the second step begins in epoch 2, and none in epoch 1. */
  @Test
  void anEpochWithoutAStepIsAsTheOneBefore() {
    var means = new EpochMeans(COLUMNS);
    means.add(3);
    means.enter(2);

    assertThat(means.means("generator.l1")).containsExactly(3.0, 3.0);
  }

  private static LearningRate rate(Schedule schedule, EpochMeans means) {
    return new LearningRate(StepsTest.training(5, 1, 1, schedule), STEPS, means);
  }
}
