package io.pix2pix.models.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.loss.Weight;
import io.pix2pix.testing.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
  @ParameterizedTest
  @CsvSource({"0, 100", "10, 100", "15, 77.5", "20, 55", "30, 10", "9000000000000, 10"})
  void linearGoesStraightFromOneWeightToAnother(long step, float weight) {
    assertThat(at(new LinearWeight(100, 10, 10, 30), step)).isCloseTo(weight, within(1e-4f));
  }

  /** Half of the way is done in the middle, (1 - cos 45 degrees) / 2 = 0.146447 after a quarter. */
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 0", "15, 14.6447", "20, 50", "25, 85.3553", "30, 100", "31, 100"})
  void cosineIsSlowAtBothEnds(long step, float weight) {
    assertThat(at(new CosineWeight(0, 100, 10, 30), step)).isCloseTo(weight, within(1e-4f));
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "99, 8", "100, 4", "199, 4", "200, 2", "1000, 0.0078125"})
  void stepIsMultipliedByItsFactorAgainAndAgain(long step, float weight) {
    assertThat(at(new StepWeight(8, 0.5, 100), step)).isEqualTo(weight);
  }

  /** 2^53 + 1 is no float and no double: the difference is taken before it becomes one. */
  @Test
  void aStepLateInALongRunCountsExactly() {
    long late = (1L << 53) + 1;

    assertThat(at(new LinearWeight(0, 4, late, late + 4), late + 1)).isEqualTo(1);
  }

  @Test
  void refusesAChangeThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearWeight(1, 0, 100, 100))
        .withMessage("end must be after begin: more than 100, not 100");
    assertThatIllegalArgumentException().isThrownBy(() -> new CosineWeight(1, 0, 100, 50));
  }

  private static float at(Weight weight, long step) {
    try (var graph = new TestGraph()) {
      return graph.scalar(weight.at(graph.tf(), graph.tf().constant(step)));
    }
  }
}
