package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.run.FolderLock;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("numerical")
class ResumeIT {
  @TempDir static Path home;
  private static Path uninterrupted;

  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeAll
  static void train() {
    uninterrupted = new Pix2Pix(home).trained("run");
  }

  @BeforeEach
  void placeRuns() {
    pix2pix = new Pix2Pix(folder);
  }

  @Test
  void twoRunsOfOneExperimentHaveTheSameLosses() {
    var again = pix2pix.trained("again").resolve("losses.csv");

    assertThat(again).hasSameBinaryContentAs(losses());
    assertThat(again).content().hasLineCount(13);
  }

  @Test
  void aKilledRunResumesToTheLossesOfOneThatWasNot() throws InterruptedException {
    var killed =
        new TrainingListener() {
          @Override
          public void stepped(long step, float[] losses) {
            if (step == 8) {
              throw new Killed();
            }
          }
        };
    assertThatThrownBy(() -> start("run", killed)).isInstanceOf(Killed.class);
    var run = pix2pix.runs().resolve("run");
    assertThat(run.resolve("checkpoints/step-00000005.safetensors")).exists();
    assertThat(run.resolve("losses.csv")).content().hasLineCount(9);

    pix2pix.trained("run", "--resume");

    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(losses());
  }

  @Test
  void aStoppedRunLeavesACheckpointAndResumesToTheLossesOfOneThatWasNot()
      throws InterruptedException {
    var stop =
        new TrainingListener() {
          private long done;

          @Override
          public void stepped(long step, float[] losses) {
            done = step;
          }

          @Override
          public boolean wantsStop() {
            return done == 7;
          }
        };
    start("run", stop);
    var run = pix2pix.runs().resolve("run");
    assertThat(run.resolve("checkpoints/step-00000007.safetensors")).exists();

    pix2pix.trained("run", "--resume");

    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(losses());
  }

  @Test
  void aRunWhoseFolderVanishesSaysSoAndLeavesNoOther() {
    var vanishing =
        new TrainingListener() {
          @Override
          public void stepped(long step, float[] losses) {
            if (step == 7) {
              rename(pix2pix.runs().resolve("run"), pix2pix.runs().resolve("elsewhere"));
            }
          }
        };

    assertThatThrownBy(() -> start("run", vanishing))
        .hasMessage(
            pix2pix.runs().resolve("run")
                + ": was removed, renamed or replaced while work went on in it, which stops here;"
                + " put it back and resume");
    assertThat(pix2pix.runs().resolve("run")).doesNotExist();
    rename(pix2pix.runs().resolve("elsewhere"), pix2pix.runs().resolve("run"));

    var run = pix2pix.trained("run", "--resume");

    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(losses());
  }

  private static void rename(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRunInWhichAnotherIsAtWorkDoesNotGoOn() {
    FolderLock.during(
        uninterrupted,
        () -> {
          new Pix2Pix(home)
              .train("run", "--resume")
              .refuses(
                  1,
                  "run: another pix2pix is at work in it (process ",
                  "; wait for its end, or stop it");
          return "refused";
        });
  }

  @Test
  void epochsMayGrowAndNothingElse() {
    var run = pix2pix.trained("run", "--set", "training.epochs=2");

    pix2pix
        .train("run", "--resume", "--set", "training.epochs=1")
        .refuses(1, "training.epochs was 2, not 1", "only training.epochs may grow");
    pix2pix
        .train("run", "--resume", "--set", "training.epochs=3", "--set", "seed=2")
        .refuses(1, "seed was 1, not 2");
    assertThat(run.resolve("experiment.yaml")).content().contains("epochs: 2");
    pix2pix.trained("run", "--resume");

    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(losses());
    assertThat(run.resolve("experiment.yaml")).content().contains("epochs: 3");
  }

  @Test
  void aRunFromBeforeTrainingWasNestedResumes() throws IOException {
    var run = pix2pix.trained("run", "--set", "training.epochs=2");
    var stored = run.resolve("experiment.yaml");
    var old =
        Files.readString(stored)
            .replaceFirst(" +discriminator: [{]learningRateFactor.*\n", "  discriminatorSteps: 1\n")
            .replaceFirst(" +checkpoints: .*\n", "  checkpointEvery: 5\n  keep: 3\n")
            .replaceFirst(" +samples: .*\n", "  sampleEvery: 100\n");
    assertThat(old).contains("  discriminatorSteps: 1\n", "  keep: 3\n", "  sampleEvery: 100\n");
    Files.writeString(stored, old);
    forgetExperiment(run.resolve("run.json"));

    pix2pix.trained("run", "--resume");

    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(losses());
    assertThat(stored).content().contains("checkpoints: {every: 5, keep: 3}");
  }

  /** Makes {@code run.json} one of before it kept a copy of the experiment. */
  private static void forgetExperiment(Path provenance) throws IOException {
    var said = Files.readString(provenance);
    var old =
        said.replaceFirst("\\s*\"checksum\" : \"\\w{64}\",", "")
            .replaceFirst("(?s),\\s*\"experiment\" : [{].*?\n  [}]", "");
    assertThat(old).hasSizeLessThan(said.length()).doesNotContain("\"text\"");
    Files.writeString(provenance, old);
  }

  @Test
  void aRunFromBeforeTheLearningRateWasLoggedGoesOnWithoutIt() throws IOException {
    var run = pix2pix.trained("run", "--set", "training.epochs=2");
    var log = run.resolve("losses.csv");
    assertThat(Files.readAllLines(log).get(1)).endsWith(",2.0E-4");
    Files.writeString(log, withoutLastColumn(log));

    pix2pix.trained("run", "--resume");

    assertThat(log).content().isEqualTo(withoutLastColumn(losses()));
  }

  private static String withoutLastColumn(Path log) throws IOException {
    return Files.readString(log).replaceAll("(?m),[^,\n]*$", "");
  }

  @Test
  void withoutAnAdversarialLossNoDiscriminatorIsTrained() {
    var run = pix2pix.trained("run", "--set", "losses=[l1]", "--set", "training.epochs=1");

    assertThat(run.resolve("losses.csv")).content().startsWith("step,generator.l1,learningRate\n");
    try (var checkpoint =
        SafetensorsReader.open(run.resolve("checkpoints/step-00000004.safetensors"))) {
      assertThat(checkpoint.names())
          .contains("generator/encoder1/kernel")
          .noneMatch(name -> name.contains("discriminator"));
    }
  }

  private void start(String name, TrainingListener listener) throws InterruptedException {
    var injector = Main.injector(getClass().getClassLoader());
    var experiment =
        injector.getInstance(ExperimentReader.class).read(pix2pix.experiment(), List.of());
    var order = new TrainingRequest(experiment, DataSource.none(), pix2pix.runs(), name, false);
    injector.getInstance(Trainer.class).train(order, listener);
  }

  private static Path losses() {
    return uninterrupted.resolve("losses.csv");
  }

  private static final class Killed extends RuntimeException {}
}
