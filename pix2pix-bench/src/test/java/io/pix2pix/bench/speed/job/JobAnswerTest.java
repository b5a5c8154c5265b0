package io.pix2pix.bench.speed.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobAnswerTest {
  @Test
  void isReadAsItIsWritten() {
    var answer = new JobAnswer(List.of(0.5, 0.25), 100, Optional.empty());

    assertThat(JobAnswer.parse(answer.json())).contains(answer);
    assertThat(JobAnswer.parse(JobAnswer.failed("no").json()).orElseThrow().problem())
        .contains("no");
  }

  /** Programs print warnings among their answers. */
  @Test
  void anyOtherLineIsNone() {
    assertThat(JobAnswer.parse("warning: slow")).isEmpty();
    assertThat(JobAnswer.parse("{not json")).isEmpty();
    assertThat(JobAnswer.parse("{\"seconds\": \"many\"}")).isEmpty();
  }

  @Test
  void aRequestIsReadAsItIsWritten() {
    var job = JobSettings.of(JobKind.STEP, 4, 64, 32).withOptions(List.of("fused"));
    var request = new JobRequest(job, 1, 2);

    assertThat(JobRequest.parse(request.json())).isEqualTo(request);
  }
}
