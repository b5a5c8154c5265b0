package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.Protocol.Inputs;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.bench.perception.Protocol.Trial;
import org.junit.jupiter.api.Test;

class ProtocolTest {
  private static final Protocol PAPER = new Protocol(10, 40, Inputs.DIFFERENT, false, 1);

  @Test
  void practisesTenTimesAndAsksFortyTimes() {
    var trials = PAPER.trials(1, 60);

    assertThat(trials).hasSize(50);
    assertThat(trials.subList(0, 10)).allMatch(Trial::practice);
    assertThat(trials.subList(10, 50)).noneMatch(Trial::practice);
  }

  @Test
  void showsNoImageTwiceInOneRoleAndNeverBothOfOnePair() {
    var trials = PAPER.trials(1, 50);

    assertThat(trials).extracting(Trial::generated).doesNotHaveDuplicates();
    assertThat(trials).extracting(Trial::real).doesNotHaveDuplicates();
    assertThat(trials).noneMatch(trial -> trial.real() == trial.generated());
  }

  @Test
  void showsNoPairTwiceAtAllWhereThereAreTwiceAsMany() {
    var trials = PAPER.trials(1, 100);

    assertThat(trials)
        .extracting(Trial::generated)
        .doesNotContainAnyElementsOf(trials.stream().map(Trial::real).toList());
  }

  @Test
  void showsBothOfOnePairWhereThatIsWanted() {
    assertThat(new Protocol(10, 40, Inputs.SAME, false, 1).trials(1, 50))
        .allMatch(trial -> trial.real() == trial.generated());
  }

  @Test
  void shufflesEachSessionItsOwnWayAndAlwaysTheSame() {
    assertThat(PAPER.trials(1, 60))
        .isEqualTo(PAPER.trials(1, 60))
        .isNotEqualTo(PAPER.trials(2, 60));
    assertThat(PAPER.trials(1, 60))
        .extracting(Trial::generatedSide)
        .contains(ScreenSide.LEFT, ScreenSide.RIGHT);
  }

  @Test
  void saysHowManyPairsAreNeeded() {
    PAPER.check(50, "split test");
    new Protocol(10, 40, Inputs.DIFFERENT, true, 1).check(2, "split test");

    assertThatThrownBy(() -> PAPER.check(49, "split test"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "split test: holds 49 pairs; 10 practice and 40 other trials need at least 50");
  }
}
