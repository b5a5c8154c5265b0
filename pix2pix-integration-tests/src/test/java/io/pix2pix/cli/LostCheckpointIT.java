package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostCheckpointIT {
  @TempDir Path folder;

  @Test
  void anOlderCheckpointThanTheLastIsNotUsedInSilence() throws IOException {
    var pix2pix = new Pix2Pix(folder);
    var run = pix2pix.trained("run");
    var whole = pix2pix.runWithLog("evaluate", run.toString());
    Files.delete(run.resolve("checkpoints/step-00000012.safetensors"));

    var answer = pix2pix.runWithLog("evaluate", run.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err())
        .contains(
            "checkpoints: the run took 12 steps, but its newest whole checkpoint is of step 10,"
                + " which is used");
    assertThat(whole.err()).doesNotContain("newest whole checkpoint");
  }
}
