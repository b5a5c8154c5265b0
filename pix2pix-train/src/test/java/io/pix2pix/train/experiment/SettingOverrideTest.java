package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.TestPlugins.Adversarial;
import io.pix2pix.train.experiment.TestPlugins.BatchNormalization;
import io.pix2pix.train.experiment.TestPlugins.CrossEntropy;
import io.pix2pix.train.experiment.TestPlugins.EncoderDecoder;
import io.pix2pix.train.experiment.TestPlugins.L1;
import io.pix2pix.train.experiment.TestPlugins.Linear;
import io.pix2pix.train.experiment.TestPlugins.Unet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingOverrideTest {
  private final ExperimentReader reader = new ExperimentReader(TestPlugins.ALL);

  @TempDir Path folder;

  @BeforeEach
  void writeExperiment() throws IOException {
    Files.writeString(folder.resolve("e.yaml"), "name: e\ngenerator: {levels: 5}");
  }

  @Test
  void setsDottedKeysWhetherTheFileSaysThemOrNot() {
    var experiment = read("training.epochs=3", "generator.filters = 8", "name=other");

    assertThat(experiment.name()).isEqualTo("other");
    assertThat(experiment.training().epochs()).isEqualTo(3);
    assertThat(experiment.generator()).isEqualTo(new Unet(5, 8, new BatchNormalization(1e-5), 0.5));
  }

  @Test
  void findsElementsOfListsByPositionOrPlugin() {
    var expected = List.of(new Adversarial(new CrossEntropy(1), 1), new L1(10, "mean"));

    assertThat(read("losses.1.weight=10").losses()).isEqualTo(expected);
    assertThat(read("losses.l1.weight=10").losses()).isEqualTo(expected);
    assertThat(read("losses.0={name: l1, weight: 3}").losses().get(0)).isEqualTo(new L1(3, "mean"));
  }

  @Test
  void aWeightIsANumberOrASchedule() {
    var linear = new L1(new Linear(100, 10, 5000), "mean");

    assertThat(
            read("losses.l1.weight={name: linear, from: 100, to: 10, end: 5000}").losses().get(1))
        .isEqualTo(linear);
    assertThat(
            read("losses.l1.weight={name: linear, from: 100, to: 10}", "losses.l1.weight.end=5000")
                .losses()
                .get(1))
        .isEqualTo(linear);
    assertThat(read("losses.l1.weight={name: constant, value: 3}").losses())
        .isEqualTo(read("losses.l1.weight=3").losses());
  }

  @Test
  void anotherPluginReplacesTheBlockInWhateverOrderItsSettingsCome() {
    var expected = new EncoderDecoder(2, ImmutableList.of(64, 128));

    assertThat(read("generator.name=encoder-decoder", "generator.depth=2").generator())
        .isEqualTo(expected);
    assertThat(read("generator.depth=2", "generator.name=encoder-decoder").generator())
        .isEqualTo(expected);
    assertThat(read("generator.depth=2", "generator=encoder-decoder").generator())
        .isEqualTo(expected);
  }

  @Test
  void theLastOfTwoCounts() {
    assertThat(read("seed=2", "seed=3").seed()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epochs              | must be key=value, for example training.epochs=3",
        "=3                  | must be key=value, for example training.epochs=3",
      })
  void needsAKeyAndAValue(String option, String message) {
    assertThat(problem(option)).isEqualTo("--set " + option + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "training.epochs=2.5  | training.epochs: must be a whole number, not 2.5",
        "training.epochs=     | training.epochs: has no value; must be a whole number",
        "training.epochs={    | training.epochs: line 1: is not valid YAML: expected the node content, but found '<stream end>'",
        "losses.l1.weight=-1  | losses.l1.weight: must be at least 0, not -1",
        "losses.l1.weight=ten | losses.l1.weight: unknown weight \"ten\"; known: constant, linear",
        "losses.l1.weight={from: 1, to: 2} | losses.l1.weight: losses.1.weight.from: unknown key; known: name, value",
        "losses.l3.weight=1   | losses.l3.weight: losses has no element \"l3\"; did you mean \"l1\"? known: adversarial, l1",
        "losses.2.weight=1    | losses.2.weight: losses has no element \"2\"; known: adversarial, l1",
        "generator.levels.x=1 | generator.levels.x: generator.levels is no block: it is 5",
        "generatr.levels=1    | generatr.levels: generatr: unknown key; did you mean \"generator\"? known: base, name, seed, data, augmentation, generator, discriminator, losses, training, networks",
        "generator.level=1    | generator.level: unknown key; did you mean \"levels\"? known: name, levels, filters, normalization, dropout",
        "generator={level: 1} | generator: generator.level: unknown key; did you mean \"levels\"? known: name, levels, filters, normalization, dropout",
        "generator.name=unett | generator.name: unknown generator \"unett\"; did you mean \"unet\"? known: encoder-decoder, unet",
        "base=b.yaml          | base: only an experiment file can name its base",
      })
  void namesTheOptionThatIsWrong(String option, String message) {
    assertThat(problem(option)).isEqualTo("--set " + message);
  }

  @Test
  void asksForThePositionWhereANameIsNotEnough() {
    assertThat(problem("losses=[l1, l1]", "losses.l1.weight=3"))
        .isEqualTo(
            "--set losses.l1.weight: losses has several elements \"l1\";"
                + " give the position, from 0 to 1");
  }

  @Test
  void doesNotBlameAnOptionForWhatTheFileSays() throws IOException {
    Files.writeString(folder.resolve("e.yaml"), "name: e\ngenerator: {levels: 0}");

    assertThat(problem("generator.filters=8"))
        .isEqualTo(folder.resolve("e.yaml") + ": generator.levels: must be at least 1, not 0");
  }

  private Experiment read(String... overrides) {
    return reader.read(folder.resolve("e.yaml"), ImmutableList.copyOf(overrides));
  }

  private String problem(String... overrides) {
    return String.valueOf(
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> read(overrides))
            .actual()
            .getMessage());
  }
}
