package io.pix2pix.bench.report.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredCheckpointTest {

  @Test
  void saysWhichCheckpointWasMeasured() {
    assertThat(new MeasuredCheckpoint(200, 200, true, false).words())
        .isEqualTo("step 200 (newest)");
    assertThat(new MeasuredCheckpoint(200, 200, true, true).words())
        .isEqualTo("step 200 (newest and best)");
    assertThat(new MeasuredCheckpoint(150, 200, false, true).words())
        .isEqualTo("step 150 (best on val; the newest is 200)");
    assertThat(new MeasuredCheckpoint(100, 200, false, false).words())
        .isEqualTo("step 100 (earlier; the newest is 200)");
  }
}
