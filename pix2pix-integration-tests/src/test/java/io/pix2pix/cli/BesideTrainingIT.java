package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training in a process of its own, that keeps one checkpoint and writes a new one every step.
 */
class BesideTrainingIT {
  private static final int ROUNDS = 8;

  @TempDir Path folder;
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();
  private Pix2Pix pix2pix;
  private Process training;
  private Path run;

  @BeforeEach
  void train() throws IOException, InterruptedException {
    pix2pix = new Pix2Pix(folder);
    run = pix2pix.runs().resolve("run");
    training = begin();
    while (Files.notExists(run) || checkpoints() == 0) {
      assertThat(training.isAlive()).as("the training goes on").isTrue();
      TimeUnit.MILLISECONDS.sleep(50);
    }
    System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() throws InterruptedException {
    System.setErr(standardError);
    training.destroy();
    assertThat(training.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void noCommandFailsBecauseACheckpointWasRotatedAway() {
    var input = folder.resolve("input.png");
    ImageFiles.write(input, image());
    for (int round = 0; round < ROUNDS; round++) {
      var name = folder.resolve("round-" + round).toString();
      succeeds("translate", run.toString(), input.toString(), name + ".png");
      succeeds("evaluate", run.toString());
      succeeds("export", run.toString(), name + ".safetensors");
      succeeds("report", pix2pix.runs().toString());
    }

    assertThat(training.isAlive()).as("the training goes on").isTrue();
    assertThat(warnings.toString(StandardCharsets.UTF_8)).doesNotContain("pix2pix: ");
  }

  @Test
  void aSecondTrainingIsToldWhoHoldsTheRun() {
    pix2pix
        .train("run", "--resume")
        .refuses(
            1, "run: another pix2pix is at work in it (process " + training.pid() + " on host ");
    pix2pix
        .train("run", "--resume", "--break-lock")
        .refuses(1, "(process " + training.pid() + " on host ", "; wait for its end, or stop it");
  }

  private void succeeds(String... command) {
    var answer = pix2pix.run(command);
    assertThat(answer.code()).as("%s: %s", command[0], answer.err()).isZero();
  }

  private Process begin() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            pix2pix.experiment().toString(),
            "--runs",
            pix2pix.runs().toString(),
            "--name",
            "run",
            "--set",
            "training.epochs=1000000",
            "--set",
            "training.checkpoints={every: 1, keep: 1}")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("training.log").toFile())
        .start();
  }

  private int checkpoints() throws IOException {
    try (var files = Files.list(run.resolve("checkpoints"))) {
      return Math.toIntExact(files.filter(file -> file.toString().endsWith("rs")).count());
    }
  }

  private static Image image() {
    return Image.owning(new ImageShape(16, 16, 3), new float[16 * 16 * 3]);
  }
}
