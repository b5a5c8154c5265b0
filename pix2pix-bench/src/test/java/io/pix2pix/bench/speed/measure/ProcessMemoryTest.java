package io.pix2pix.bench.speed.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
  @Test
  void isTheHighWaterMarkOfTheProcess() {
    var status = List.of("Name:\tjava", "VmPeak:\t  9216 kB", "VmHWM:\t    3072 kB");

    assertThat(ProcessMemory.mebibytes("VmHWM:", status)).isEqualTo(3);
  }

  @Test
  void isZeroWhereTheSystemDoesNotTell() {
    assertThat(ProcessMemory.mebibytes("VmHWM:", List.of("Name:\tjava"))).isZero();
  }
}
