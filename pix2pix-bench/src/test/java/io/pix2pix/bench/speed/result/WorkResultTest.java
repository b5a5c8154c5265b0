package io.pix2pix.bench.speed.result;

import static io.pix2pix.bench.speed.result.Results.against;
import static io.pix2pix.bench.speed.result.Results.alone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkResultTest {
  /** Medians are 2 and 3. */
  @Test
  void theRatioIsTheirMedianThroughOurs() {
    var result = against(alone("loading", 2, 1, 4), 0.1, 3, 9, 1);

    assertThat(result.ratio()).hasValue(1.5);
    assertThat(result.refusal()).isEmpty();
  }

  @Test
  void thereIsNoRatioWithoutAnOpponent() {
    assertThat(alone("loading", 1).ratio()).isEmpty();
    assertThat(alone("loading", 1).refusal()).isEmpty();
  }

  @Test
  void thereIsNoRatioWhereTheMachineWasNotQuiet() {
    var result = against(alone("loading", 2), 0.31, 3);

    assertThat(result.ratio()).isEmpty();
    assertThat(result.refusal().orElseThrow())
        .contains("varied by 31 %, more than 15 %", "close other programs, and run again");
  }
}
