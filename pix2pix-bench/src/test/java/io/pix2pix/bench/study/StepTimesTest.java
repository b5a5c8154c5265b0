package io.pix2pix.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
  private final List<String> measured = new ArrayList<>();

  @Test
  void aKindIsMeasuredOnce() {
    var times = times(60);

    times.measure("slow");
    times.measure("slow");

    assertThat(measured).containsExactly("slow");
    assertThat(times.of("slow")).isEqualTo(Duration.ofSeconds(4));
    assertThat(times.isMeasured("slow")).isTrue();
  }

  @Test
  void whenTheTimeIsOverAKindIsAsSlowAsTheMeanOfTheOthers() {
    var times = times(15); // each measurement takes 10 seconds

    times.measure("slow");
    times.measure("fast");
    times.measure("other");

    assertThat(measured).containsExactly("slow", "fast");
    assertThat(times.isMeasured("other")).isFalse();
    assertThat(times.of("other")).isEqualTo(Duration.ofSeconds(3)); // (4 + 2) / 2 seconds
  }

  @Test
  void theFirstKindIsMeasuredInAnyCase() {
    var times = times(-1);

    times.measure("fast");

    assertThat(times.of("fast")).isEqualTo(Duration.ofSeconds(2));
  }

  private StepTimes<String> times(int allowedSeconds) {
    return new StepTimes<>(
        this::measure,
        () -> Duration.ofSeconds(10L * measured.size()),
        Duration.ofSeconds(allowedSeconds));
  }

  private Duration measure(String kind) {
    measured.add(kind);
    return Duration.ofSeconds(kind.equals("slow") ? 4 : 2);
  }
}
