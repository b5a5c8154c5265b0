package io.pix2pix.bench.speed.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pix2pix.api.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorksTest {
  @Test
  void haveTheNamesThatResultsAreComparedBy() {
    assertThat(Works.usual())
        .containsExactly(
            "step-256-batch-1",
            "step-256-batch-4",
            "step-128-batch-4",
            "step-64-batch-4",
            "inference-256-batch-1",
            "inference-256-batch-8",
            "folder-256",
            "start-to-first-step",
            "peak-memory",
            "loading");
  }

  @Test
  void noNamesAreTheUsualWorks() {
    assertThat(Works.of(List.of())).hasSize(10);
    assertThat(Works.of(List.of("all"))).extracting(Work::name).isEqualTo(Works.names());
  }

  @Test
  void furtherWorksHaveNamesToo() {
    assertThat(Works.names())
        .contains(
            "step-256-batch-10",
            "step-64-batch-1",
            "step-256-batch-1-files",
            "workers-1",
            "workers-2",
            "step-256-batch-1-under-load",
            "step-256-batch-1-resnet",
            "step-256-batch-1-bfloat16",
            "inference-1024-batch-1",
            "inference-256-batch-8-running");
  }

  @Test
  void refusesAnUnknownWorkAndNamesTheOthers() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Works.of(List.of("step")))
        .withMessageContainingAll("unknown work \"step\"", "step-256-batch-1", "loading");
  }

  @Test
  void unitsHaveWordsForPeople() {
    assertThat(Unit.SECONDS.words(0.0514)).isEqualTo("51 ms");
    assertThat(Unit.SECONDS.words(1.256)).isEqualTo("1.26 s");
    assertThat(Unit.SECONDS_PER_PAIR.words(0.004)).isEqualTo("250 pairs/s");
    assertThat(Unit.SECONDS_PER_IMAGE.words(0.16)).isEqualTo("6.3 images/s");
    assertThat(Unit.of("MiB").words(2048.4)).isEqualTo("2048 MiB");
  }
}
