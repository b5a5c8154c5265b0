package io.pix2pix.bench.study.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AshaTest {
  private final Asha asha = new Asha("l1", 1, 3);

  @Test
  void eachRungHasThreeTimesTheEpochsOfTheOneBeforeItAndNoneIsTheEnd() {
    assertThat(asha.rungs(27)).containsExactly(1, 3, 9);
    assertThat(asha.rungs(28)).containsExactly(1, 3, 9, 27);
    assertThat(new Asha("l1", 5, 2).rungs(30)).containsExactly(5, 10, 20);
    assertThat(new Asha("l1", 5, 2).rungs(5)).isEmpty();
    assertThat(new Asha("l1", 2_000_000_000, 2).rungs(Integer.MAX_VALUE)).hasSize(1);
  }

  @Test
  void oneOfThreeGoesOnTheBestFirst() {
    assertThat(asha.survivors(List.of(0.5, 0.1, 0.4, 0.3, 0.2, 0.6, 0.7))).containsExactly(1, 4);
  }

  @Test
  void oneGoesOnWhereThereAreFewerThanThree() {
    assertThat(asha.survivors(List.of(0.5, 0.1))).containsExactly(1);
  }

  @Test
  void ofEqualOnesTheFirstGoesOn() {
    assertThat(asha.survivors(List.of(0.2, 0.2, 0.2))).containsExactly(0);
  }

  @Test
  void whatIsNotANumberNeverGoesOn() {
    assertThat(asha.survivors(List.of(Double.NaN, 0.3, Double.NaN))).containsExactly(1);
    assertThat(asha.survivors(List.of(Double.NaN, Double.NaN))).isEmpty();
  }

  /** 9 train 1 epoch, 3 go on to 3, and 1 to 9: 9 + 3 * 2 + 6 = 21 epochs of 81. */
  @Test
  void theForecastCountsTheEpochsThatAreLeft() {
    assertThat(new PruningForecast(asha, 9, 9).share()).isCloseTo(21.0 / 81, within(1e-12));
    assertThat(new PruningForecast(asha, 1, 9).share()).isEqualTo(1);
  }
}
