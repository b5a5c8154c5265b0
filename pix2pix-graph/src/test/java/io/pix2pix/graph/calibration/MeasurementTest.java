package io.pix2pix.graph.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void theTimesOfTwoBatchesAreAddedWhereBothAreKnown() {
    var one = new Measurement(Map.of("plain", 4.0, "onednn", 2.0, "patches times kernel", 3.0));
    var four = new Measurement(Map.of("plain", 16.0, "patches times kernel", 5.0));

    var both = one.with(four);

    assertThat(both.milliseconds())
        .containsOnly(Map.entry("plain", 20.0), Map.entry("patches times kernel", 8.0));
    assertThat(both.best()).isEqualTo("patches times kernel");
  }

  @Test
  void aGainOfLessThanThreePercentIsNotTaken() {
    assertThat(new Measurement(Map.of("plain", 10.0, "onednn", 9.8)).best()).isEqualTo("plain");
  }
}
