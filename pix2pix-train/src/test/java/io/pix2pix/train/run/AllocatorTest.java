package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocatorTest {
  @Test
  void whoGivesMemoryBackAfterEveryStepIsTold() {
    assertThat(Allocator.advice(Map.of(), "Linux")).get().asString().contains("performance.md");
  }

  @Test
  void nobodyElseIs() {
    assertThat(Allocator.advice(Map.of("MALLOC_MMAP_THRESHOLD_", "1073741824"), "Linux")).isEmpty();
    assertThat(Allocator.advice(Map.of(), "Mac OS X")).isEmpty();
  }
}
