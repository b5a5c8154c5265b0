package io.pix2pix.bench.speed.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {
  @Test
  void isTheHighWaterMarkOfTheProcess() {
    var status = List.of("Name:\tjava", "VmPeak:\t  9216 kB", "VmHWM:\t    3072 kB");

    assertThat(PeakMemory.mebibytes(status)).isEqualTo(3);
  }

  @Test
  void isZeroWhereTheSystemDoesNotTell() {
    assertThat(PeakMemory.mebibytes(List.of("Name:\tjava"))).isZero();
  }
}
