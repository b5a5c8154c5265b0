package io.pix2pix.bench.speed.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RoundValuesTest {
  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertThat(rounds(5, 1, 3).median()).isEqualTo(3);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(rounds(8, 1, 2, 4).median()).isEqualTo(3);
  }

  /** (1.1 - 0.9) / 1.0. */
  @Test
  void theSpreadIsTheDifferenceOfWorstAndBestThroughTheMedian() {
    assertThat(rounds(0.9, 1.1, 1).spread()).isCloseTo(0.2, Offset.offset(1e-12));
  }

  @Test
  void roundsOverlapWhereTheBestOfOneIsNotWorseThanTheWorstOfTheOther() {
    assertThat(rounds(1, 2).overlaps(rounds(2, 3))).isTrue();
    assertThat(rounds(1, 4).overlaps(rounds(2, 3))).isTrue();
    assertThat(rounds(1, 2).overlaps(rounds(2.1, 3))).isFalse();
    assertThat(rounds(2.1, 3).overlaps(rounds(1, 2))).isFalse();
  }

  @Test
  void thereIsNothingWithoutARound() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RoundValues(List.of()));
  }

  private static RoundValues rounds(double... values) {
    return new RoundValues(Arrays.stream(values).boxed().toList());
  }
}
