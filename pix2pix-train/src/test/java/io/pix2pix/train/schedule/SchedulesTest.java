package io.pix2pix.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Schedule;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is expected was made with {@code torch.optim.lr_scheduler} of PyTorch 2.13. */
class SchedulesTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);
  private static final Schedule.Past NOTHING = column -> ImmutableList.of();

  @Test
  void constantStays() {
    assertFactors(Schedule.constant(), NOTHING, 1, 1, 1);
  }

  /** {@code LambdaLR} with the port's formula, 5 constant epochs and 5 of decay. */
  @Test
  void linearDecayIsConstantInTheFirstHalfAndThenFallsAsInThePort() {
    assertFactors(
        new LinearDecay(0.5),
        NOTHING,
        1,
        1,
        1,
        1,
        1,
        0.833333333,
        0.666666667,
        0.5,
        0.333333333,
        0.166666667);
  }

  @Test
  void linearDecayBeginsWhereItIsTold() {
    assertFactors(new LinearDecay(0.75), NOTHING, 1, 1, 1, 0.5);
    assertFactors(new LinearDecay(1), NOTHING, 1, 1, 1, 1);
    // Without constant epochs: 1 - (e + 1) / (4 + 1).
    assertFactors(new LinearDecay(0), NOTHING, 0.8, 0.6, 0.4, 0.2);
  }

  /** {@code StepLR(step_size=3, gamma=0.5)}. */
  @Test
  void stepFallsEverySoManyEpochs() {
    assertFactors(new StepDecay(3, 0.5), NOTHING, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25);
  }

  /** {@code CosineAnnealingLR(T_max=5, eta_min=0.1)}. */
  @Test
  void cosineFallsAsHalfAWave() {
    assertFactors(new CosineDecay(0.1), NOTHING, 1, 0.914057647, 0.689057647, 0.410942353, 0.185942353);
  }

  /** {@code ReduceLROnPlateau(factor=0.2, threshold=0.01, patience=1)} on these losses. */
  @Test
  void plateauFallsWhenALossHasNotFallenForLongerThanItsPatience() {
    var losses = ImmutableList.of(1.0, 0.5, 0.496, 0.6, 0.49, 0.495, 0.49, 0.485, 0.484, 0.6, 0.7);
    var plateau = new Plateau("generator.l1", 0.2, 0.01, 1);

    assertFactors(
        plateau, column -> losses, 1, 1, 1, 1, 0.2, 0.2, 0.2, 0.04, 0.04, 0.04, 0.008, 0.008);
  }

  @Test
  void plateauLooksAtItsOwnColumn() {
    var plateau = new Plateau("generator.l2", 0.5, 0, 0);
    Schedule.Past past =
        column ->
            column.equals("generator.l2") ? ImmutableList.of(1.0, 2.0) : ImmutableList.of(2.0, 1.0);

    assertThat(plateau.factor(2, 9, past)).isEqualTo(0.5);
  }

  @Test
  void plateauRefusesAColumnThatTheLossesDoNotGive() {
    assertThatThrownBy(
            () ->
                new Plateau("generator.l3", 0.2, 0.01, 5)
                    .check(ImmutableList.of("generator.l1", "discriminator.real")))
        .hasMessage(
            "training.schedule.column: the losses give no generator.l3; they give generator.l1,"
                + " discriminator.real");
  }

  /** One factor for each epoch of a training of so many; the past is cut to the epochs before. */
  private static void assertFactors(Schedule schedule, Schedule.Past past, double... expected) {
    var found =
        IntStream.range(0, expected.length)
            .mapToDouble(epoch -> schedule.factor(epoch, expected.length, past))
            .toArray();
    assertThat(found).containsExactly(expected, ROUNDING);
  }
}
