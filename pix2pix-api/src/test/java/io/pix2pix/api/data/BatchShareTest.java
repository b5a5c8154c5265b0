package io.pix2pix.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BatchShareTest {
  @Test
  void workersHaveEqualShares() {
    assertThat(new BatchShare(2, 3).of(6)).isEqualTo(2);
    assertThat(BatchShare.WHOLE.of(5)).isEqualTo(5);
  }

  @Test
  void thereAreNoUnequalSharesAndNoOtherWorkers() {
    assertThatThrownBy(() -> new BatchShare(0, 4).of(6))
        .hasMessage("6 pairs are not 4 equal shares");
    assertThatThrownBy(() -> new BatchShare(2, 2)).hasMessage("there is no worker 2 of 2");
  }
}
