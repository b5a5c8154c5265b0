package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamagedCheckpointIT extends CopiedRun {
  @Test
  void fallsBackToTheCheckpointBeforeADamagedOneAndResumesToTheSameLosses() throws IOException {
    cut(checkpoint(12));

    var answer = pix2pix.train("run", "--resume");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings())
        .hasLineCount(1)
        .startsWith("pix2pix: " + checkpoint(12) + ": ")
        .contains("fell back to step-00000010.safetensors");
    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
    assertThat(checkpoint(12))
        .hasSameBinaryContentAs(whole.resolve("checkpoints/step-00000012.safetensors"));
  }

  @Test
  void saysInOneLineThatNoCheckpointIsWhole() throws IOException {
    for (int step : List.of(5, 10, 12)) {
      cut(checkpoint(step));
    }

    pix2pix.run("evaluate", run.toString()).refuses(1, "none of its 3 checkpoints is whole; ");
    pix2pix.train("run", "--resume").refuses(1, "none of its 3 checkpoints is whole; ");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void saysThatThereIsNoCheckpoint() throws IOException {
    for (int step : List.of(5, 10, 12)) {
      Files.delete(checkpoint(step));
    }

    pix2pix.run("evaluate", run.toString()).refuses(1, "has no checkpoint yet; train it further");
  }

  @Test
  void theCheckpointOfAnotherRunIsPassedOver() throws IOException {
    new Pix2Pix(home).trained("other", "--set", "seed=9");
    Files.copy(
        home.resolve("runs/other/checkpoints/step-00000012.safetensors"),
        checkpoint(12),
        StandardCopyOption.REPLACE_EXISTING);

    pix2pix.run("evaluate", run.toString());

    assertThat(warnings())
        .contains("step-00000012.safetensors: belongs to another run, ")
        .contains("fell back to step-00000010.safetensors");
  }

  @Test
  void aCheckpointThatDoesNotFitTheNetworksIsPassedOver() throws IOException {
    new Checkpoints(run.resolve("checkpoints"), 9).write(13, List.of());

    var measured = pix2pix.run("evaluate", run.toString());
    var answer = pix2pix.train("run", "--resume");

    assertThat(measured.code()).as(measured.err()).isZero();
    assertThat(run.resolve("metrics.csv")).content().contains("\ntest,12,").doesNotContain(",13,");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings())
        .hasLineCount(2)
        .contains("step-00000013.safetensors: has no tensor \"")
        .contains("fell back to step-00000012.safetensors");
  }

  @Test
  void saysThatItStartsAgainWhereAllCheckpointsAreGone() throws IOException {
    for (int step : List.of(5, 10, 12)) {
      Files.delete(checkpoint(step));
    }
    Files.delete(run.resolve("checkpoints"));

    var answer = pix2pix.train("run", "--resume");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings())
        .isEqualTo(
            "pix2pix: "
                + run
                + ": has no checkpoint, though 12 steps were done; training starts again at step"
                + " 0\n");
    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
  }

  @Test
  void anOlderCheckpointThanTheLastIsNotUsedInSilence() throws IOException {
    Files.delete(checkpoint(12));

    var answer = pix2pix.run("evaluate", run.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(warnings())
        .isEqualTo(
            "pix2pix: "
                + run.resolve("checkpoints")
                + ": the run took 12 steps, but its newest whole checkpoint is of step 10, which is"
                + " used\n");
  }

  @Test
  void oneLineIsEnoughForACheckpointThatIsPassedOver() throws IOException {
    cut(checkpoint(12));

    pix2pix.run("evaluate", run.toString());

    assertThat(warnings()).hasLineCount(1).contains("fell back to step-00000010.safetensors");
  }
}
