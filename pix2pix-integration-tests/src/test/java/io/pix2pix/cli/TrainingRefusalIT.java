package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRefusalIT {
  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void placeRuns() {
    pix2pix = new Pix2Pix(folder);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        arguments("discriminator.receptiveField=286", "at least 96x96 pixels, not 16x16"),
        arguments("discriminator={name: image}", "at least 96x96 pixels, not 16x16"),
        arguments("generator.levels=5", "multiples of 32), the nearest is 32x32"),
        arguments("losses=[]", "none asks anything of the generator"),
        arguments("losses=[l1, l1]", "two of them give generator.l1"),
        arguments(
            "losses=[adversarial, gradient-penalty, l1]", "but batch normalization mixes them"),
        arguments("losses=[r1, l1]", "r1 bounds a discriminator that another loss trains"),
        arguments(
            "training.schedule={name: plateau, column: generator.l2}",
            "the losses give no generator.l2; they give generator.adversarial, discriminator.fake"),
        arguments(
            "training={update: simultaneous, discriminator: {steps: 2}}",
            "training.discriminator.steps: with update: simultaneous"),
        arguments("training.average=1", "training.average: must be between 0 and 0.9999999"),
        arguments("training.clipping=sum", "unknown clipping \"sum\"; known: none, norm, value"),
        arguments("generator=unett", "did you mean \"unet\"?"),
        arguments("generator.filtrs=1", "did you mean \"filters\"?"),
        arguments("training.epochs=0", "training.epochs: must be at least 1, not 0"),
        arguments("training.epochs=many", "must be a whole number, not \"many\""),
        arguments("epochs", "must be key=value"),
        arguments("data={name: paired}", "name it with --data DIR"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void refusesSettingsBeforeThereIsARun(String change, String words) {
    pix2pix.train("bad", "--set", change).refuses(1, words);

    assertThat(pix2pix.runs()).doesNotExist();
  }

  @Test
  void refusesADamagedSampleBeforeThereIsARun() throws IOException {
    var data = folder.resolve("data");
    Files.createDirectories(data.resolve("train"));
    Files.createDirectories(data.resolve("val"));
    var shape = new ImageShape(16, 32, 3);
    ImageFiles.write(data.resolve("train/a.png"), Image.owning(shape, new float[shape.size()]));
    Files.createFile(data.resolve("val/b.png"));

    pix2pix
        .train("bad", "--set", "data={name: paired}", "--data", data.toString())
        .refuses(1, "b.png: the file is empty");

    assertThat(pix2pix.runs().resolve("bad")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/b", ""})
  void refusesANameThatLeadsElsewhereAlsoWhenItResumes(String name) {
    pix2pix.train(name).refuses(1, "--name: \"" + name + "\" cannot be a folder");
    pix2pix.train(name, "--resume").refuses(1, "--name: \"" + name + "\" cannot be a folder");

    assertThat(pix2pix.runs()).doesNotExist();
  }

  @Test
  void refusesAFileAsTheFolderOfRuns() throws IOException {
    Files.createFile(pix2pix.runs());

    pix2pix.train("bad").refuses(1, pix2pix.runs() + ": is not a folder; give --runs a folder");
  }

  @Test
  void refusesToResumeARunThatIsNotThere() {
    pix2pix.train("bad", "--resume").refuses(1, "there is no such run; begin it without --resume");
  }

  @Test
  void refusesARunThatExistsBeforeItLooksAtTheData() throws IOException {
    Files.createDirectories(pix2pix.runs().resolve("good"));

    pix2pix
        .train("good", "--set", "data={name: paired}")
        .refuses(1, "good: exists already; continue it with --resume");
  }

  @Test
  void stopsAtALossThatIsNotFiniteAndKeepsCheckpoints() {
    pix2pix
        .train(
            "bad",
            "--set",
            "losses=[l1]",
            "--set",
            "training.checkpoints.every=1",
            "--set",
            "training.optimizer.learningRate=1e10")
        .refuses(1, "lower training.optimizer.learningRate, and train anew");

    assertThat(pix2pix.runs().resolve("bad/checkpoints"))
        .isDirectoryContaining("glob:**/step-00000001.safetensors")
        .isDirectoryNotContaining("glob:**/step-00000012.safetensors");
    assertThat(pix2pix.runs().resolve("bad/run.json")).content().contains("\"stopped\"");
  }
}
