package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs under other training choices than the paper's. */
class ChosenTrainingIT {
  /** 6 epochs of 4 pairs, of which a step takes two: 12 steps. */
  private static final ImmutableList<String> EVERYTHING =
      ImmutableList.of(
          "training.epochs=6",
          "training.discriminator.steps=2",
          "training.discriminator.learningRateFactor=2",
          "training.discriminator.imagePool=3",
          "training.average=0.9",
          "training.clipping={name: norm, limit: 1}",
          "training.schedule={name: plateau, factor: 0.5, threshold: 0.9, patience: 0}",
          "discriminator.normalization=instance",
          "losses=[adversarial, r1, l1]");

  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void placeRuns() {
    pix2pix = new Pix2Pix(folder);
  }

  @Test
  void aKilledRunWithEveryChoiceResumesToTheLossesOfOneThatWasNot() {
    var whole = trained("whole", EVERYTHING).resolve("losses.csv");
    assertThat(whole).content().hasLineCount(13);
    assertThatThrownBy(() -> killedAfterStep(8)).isInstanceOf(Killed.class);

    pix2pix.train("run", settings(EVERYTHING, "--resume"));

    assertThat(pix2pix.runs().resolve("run/losses.csv")).hasSameBinaryContentAs(whole);
    assertThat(pix2pix.runs().resolve("run/checkpoints/step-00000012.safetensors"))
        .hasSameBinaryContentAs(
            pix2pix.runs().resolve("whole/checkpoints/step-00000012.safetensors"));
  }

  /** Epochs have 4 steps, and the factor is first another in the third of 3. */
  @Test
  void aScheduleCountsFromItsEpochOn() throws IOException {
    var constant = rows(trained("constant", ImmutableList.of()));
    var decaying =
        rows(trained("step", ImmutableList.of("training.schedule={name: step, every: 2}")));

    // G's loss in the ninth step shows it, as G plays against the D that was just updated.
    assertThat(decaying.subList(0, 9)).isEqualTo(constant.subList(0, 9));
    assertThat(decaying.get(9)).startsWith("9,").isNotEqualTo(constant.get(9));
  }

  @Test
  void averagedWeightsAreShownWhereARunKeepsThem() throws IOException {
    trained(
        "averaged",
        ImmutableList.of("training.average=0.9", "training.optimizer.learningRate=0.02"));

    var shown = translated("averaged", "shown.png");
    assertThat(shown).isEqualTo(translated("averaged", "same.png", "--weights", "averaged"));
    assertThat(shown).isNotEqualTo(translated("averaged", "last.png", "--weights", "trained"));
  }

  @Test
  void averagedWeightsThatARunDoesNotKeepAreRefused() throws IOException {
    trained("plain", ImmutableList.of("training.epochs=1"));

    translate("plain", "out.png", "--weights", "averaged")
        .refuses(1, "plain: keeps no averaged weights; give --weights trained");
    assertThat(folder.resolve("out.png")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training={optimizer: adamw, initializer: xavier, schedule: linear-decay, epochs: 1}|"
            + "losses=[{name: adversarial, objective: hinge}, l1]",
        "training={optimizer: rmsprop, initializer: kaiming, schedule: cosine, epochs: 1}|"
            + "losses=[{name: adversarial, objective: wasserstein}, gradient-penalty, l1]|"
            + "discriminator={name: patch, receptiveField: 16, filters: 4, normalization: layer}",
        "training={optimizer: sgd, initializer: orthogonal, update: simultaneous, epochs: 1}|"
            + "losses=[{name: adversarial, objective: minimax}, l1]",
        "training={clipping: value, batchSize: 2, discriminator: {imagePool: 2}, epochs: 1}|losses=[{name: adversarial,"
            + " objective: {realLabel: 0.9}}, r1, l1]|discriminator={name: multi-scale,"
            + " discriminator: {receptiveField: 16, filters: 4, normalization: group}}",
      })
  void everyChoiceTrains(String changes) {
    var settings = ImmutableList.copyOf(Splitter.on('|').split(changes));

    assertThat(trained("run", settings).resolve("index.html")).exists();
  }

  private Path trained(String name, ImmutableList<String> changes) {
    return pix2pix.trained(name, settings(changes));
  }

  private static String[] settings(ImmutableList<String> changes, String... more) {
    var arguments =
        changes.stream()
            .flatMap(change -> ImmutableList.of("--set", change).stream())
            .toArray(String[]::new);
    return ObjectArrays.concat(arguments, more, String.class);
  }

  private void killedAfterStep(long last) throws InterruptedException {
    var injector = Main.injector(getClass().getClassLoader());
    var reader = injector.getInstance(ExperimentReader.class);
    var experiment = reader.read(pix2pix.experiment(), EVERYTHING);
    var order = new TrainingRequest(experiment, DataSource.none(), pix2pix.runs(), "run", false);
    var killing =
        new TrainingListener() {
          @Override
          public void stepped(long step, float[] losses) {
            if (step == last) {
              throw new Killed();
            }
          }
        };
    injector.getInstance(Trainer.class).train(order, killing);
  }

  private static List<String> rows(Path run) throws IOException {
    return Files.readAllLines(run.resolve("losses.csv"));
  }

  private byte[] translated(String run, String name, String... more) throws IOException {
    var answer = translate(run, name, more);
    assertThat(answer.code()).as(answer.err()).isZero();
    return Files.readAllBytes(folder.resolve(name));
  }

  private Pix2Pix.Answer translate(String run, String name, String... more) {
    var input = folder.resolve("input.png");
    var shape = new ImageShape(16, 16, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    ImageFiles.write(input, Image.owning(shape, values));
    var arguments =
        new String[] {
          "translate",
          pix2pix.runs().resolve(run).toString(),
          input.toString(),
          folder.resolve(name).toString()
        };
    return pix2pix.run(ObjectArrays.concat(arguments, more, String.class));
  }

  private static final class Killed extends RuntimeException {}
}
