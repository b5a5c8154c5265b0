package io.pix2pix.bench.speed.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.speed.measure.Noise.Reading;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NoiseTest {
  /** 0.11 / 0.10 - 1. */
  @Test
  void isHowMuchLongerTheSlowestReadingTookThanTheFastest() {
    var noise = Noise.of(List.of(reading(0.10), reading(0.11), reading(0.105)));

    assertThat(noise.variation()).isCloseTo(0.1, Offset.offset(1e-12));
    assertThat(noise.allowsRatio()).isTrue();
  }

  /** 0.117 / 0.10 - 1 is more than 0.15. */
  @Test
  void moreThanFifteenPercentAllowNoRatio() {
    assertThat(Noise.of(List.of(reading(0.10), reading(0.117))).allowsRatio()).isFalse();
  }

  /** All take 0.15 s, of which they have a core for 0.1 s. */
  @Test
  void seesAProgramThatComputesAllTheTime() {
    var waiting = new Reading(0.15, 0.10);

    assertThat(Noise.of(List.of(waiting, waiting, waiting)).allowsRatio()).isFalse();
  }

  @Test
  void aCalibrationComputesAsLongAsItTakesAtMost() throws InterruptedException {
    try (var calibration = Calibration.start()) {
      var reading = calibration.read();

      assertThat(reading.computing()).isPositive();
      assertThat(reading.elapsed()).isPositive();
    }
  }

  private static Reading reading(double seconds) {
    return new Reading(seconds, seconds);
  }
}
