package io.pix2pix.bench.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final long SECOND = 1_000_000_000;

  /** Of 1 to 100 seconds, half came within 50, and 99 % within 99. */
  @Test
  void quantilesAreTimesThatOccurred() {
    var times = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * SECOND).toArray();

    var latencies = Latencies.ofNanoseconds(times);

    assertThat(latencies.median()).isEqualTo(50);
    assertThat(latencies.quantile(0.99)).isEqualTo(99);
    assertThat(latencies.quantile(1)).isEqualTo(100);
    assertThat(latencies.quantile(0)).isEqualTo(1);
  }

  @Test
  void oneAnswerIsItsOwnMedian() {
    assertThat(Latencies.ofNanoseconds(new long[] {SECOND}).median()).isEqualTo(1);
  }
}
