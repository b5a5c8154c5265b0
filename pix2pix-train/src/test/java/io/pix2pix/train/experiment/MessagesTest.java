package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pix2pix.api.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private final ExperimentReader reader = new ExperimentReader(TestPlugins.ALL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "generator: {depht: 3}    | generator.depht: unknown key; known: name, levels, filters,"
            + " normalization, dropout",
        "generator: {name: encoder-decoder, depht: 3} | generator.depht: unknown key; did you mean"
            + " \"depth\"? known: name, depth, filters",
        "generator: {level: 3}    | generator.level: unknown key; did you mean \"levels\"? known:"
            + " name, levels, filters, normalization, dropout",
        "generator: {normalization: {synchronised: true}} | generator.normalization.synchronised:"
            + " unknown key; did you mean \"synchronized\"? known: name, epsilon, synchronized",
        "training: {batch-size: 3}| training.batch-size: unknown key; did you mean \"batchSize\"?"
            + " known: epochs, batchSize, optimizer, schedule, clipping, update, discriminator,"
            + " average, initializer, precision, checkpoints, samples, validation",
        "bsae: b.yaml             | bsae: unknown key; did you mean \"base\"? known: base, name,"
            + " seed, data, augmentation, generator, discriminator, losses, training, networks",
        "base: b.yaml             | base: only an experiment file can name its base",
      })
  void tellsKeysThatAreNotKnown(String yaml, String message) {
    assertThat(problem(yaml)).isEqualTo("e.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "generator: {name: unett} | generator.name: unknown generator \"unett\"; did you mean"
            + " \"unet\"? known: encoder-decoder, unet",
        "generator: unett         | generator: unknown generator \"unett\"; did you mean \"unet\"?"
            + " known: encoder-decoder, unet",
        "generator: {name: resnet, levels: 3} | generator.name: unknown generator \"resnet\";"
            + " known: encoder-decoder, unet",
        "generator: 3             | generator: must be the name of a generator, or a block with a"
            + " name, not 3",
        "generator: [unet]        | generator: must be the name of a generator, or a block with a"
            + " name, not a list",
        "generator: {name: 3}     | generator.name: must be text, not 3; in quotes it is text:"
            + " \"3\"",
        "losses: [{weight: 3}]    | losses.0.name: is missing; known: adversarial, l1",
        "losses: [l1, l3]         | losses.1: unknown loss \"l3\"; did you mean \"l1\"? known:"
            + " adversarial, l1",
        "losses: [{name: l1, weight: true}] | losses.0.weight: must be a number, the name of a"
            + " weight, or a block with a name, not true",
        "training: {optimizer: 1} | training.optimizer: must be the name of an optimizer, or a"
            + " block with a name, not 1",
      })
  void tellsPluginsThatAreNotKnown(String yaml, String message) {
    assertThat(problem(yaml)).isEqualTo("e.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "training: {epochs: 2.5}      | training.epochs: must be a whole number, not 2.5",
        "training: {epochs: 8.0}      | training.epochs: must be a whole number, not 8.0",
        "training: {epochs: many}     | training.epochs: must be a whole number, not \"many\"",
        "training: {epochs: '3'}      | training.epochs: must be a whole number, not \"3\"",
        "training: {epochs: true}     | training.epochs: must be a whole number, not true",
        "training: {epochs: [3]}      | training.epochs: must be a whole number, not a list",
        "training: {epochs: {a: 3}}   | training.epochs: must be a whole number, not a block",
        "training: {epochs: }         | training.epochs: has no value; must be a whole number",
        "training: {epochs: 9876543210} | training.epochs: must be between -2147483648 and"
            + " 2147483647, not 9876543210",
        "seed: 99999999999999999999   | seed: must be between -9223372036854775808 and"
            + " 9223372036854775807, not 99999999999999999999",
        "generator: {dropout: '0.5'}  | generator.dropout: must be a number, not \"0.5\"",
        "generator: {dropout: 1e999}  | generator.dropout: must be a finite number, not Infinity",
        "discriminator: {conditional: 'yes'} | discriminator.conditional: must be true or false,"
            + " not \"yes\"",
        "data: {direction: BtoC}      | data.direction: must be one of AtoB, BtoA, not \"BtoC\";"
            + " did you mean \"BtoA\"?",
        "data: {direction: 1}         | data.direction: must be one of AtoB, BtoA, not 1",
        "data: {ending: 1.5}          | data.ending: must be text, not 1.5; in quotes it is text:"
            + " \"1.5\"",
        "data: {ending: [jpg]}        | data.ending: must be text, not a list",
        "augmentation: mirror         | augmentation: must be a list of augmentation, not"
            + " \"mirror\"",
        "augmentation:                | augmentation: has no value; must be a list of augmentation",
        "augmentation: [null]         | augmentation.0: has no value; must be an augmentation",
        "training: 3                  | training: must be a block, not 3",
      })
  void tellsValuesOfTheWrongType(String yaml, String message) {
    assertThat(problem(yaml)).isEqualTo("e.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "generator: {levels: 0}       | generator.levels: must be at least 1, not 0",
        "generator: {dropout: 1.5}    | generator.dropout: must be between 0 and 1, not 1.5",
        "losses: [{name: adversarial, objective: {realLabel: 2}}] | losses.0.objective.realLabel:"
            + " must be at most 1, not 2",
        "discriminator: {receptiveField: 71} | discriminator.receptiveField: must be one of 16, 34,"
            + " 70, not 71; did you mean \"70\"?",
        "losses: [{name: l1, reduction: maximum}] | losses.0.reduction: must be one of mean, sum,"
            + " not \"maximum\"",
        "generator: {name: encoder-decoder, filters: [8, 0]} | generator.filters.1: must be at"
            + " least 1, not 0",
        "augmentation: [{name: jitter, enlarge: 3, crop: 4}] | augmentation.0: crop 4 must not"
            + " exceed enlarge 3",
        "augmentation: [{name: jitter, enlarge: 3}] | augmentation.0.crop: is missing; must be a"
            + " whole number: edge of the cut, in pixels",
      })
  void tellsValuesThatAreNotAllowedOrMissing(String yaml, String message) {
    assertThat(problem(yaml)).isEqualTo("e.yaml: " + message);
  }

  @Test
  void anExperimentNeedsANameOfLowerCaseWords() {
    assertThat(thrown("seed: 1"))
        .isEqualTo(
            "e.yaml: name: is missing; must be text: "
                + "lower-case letters, digits and dashes; also the folder of the results");
    assertThat(thrown("name: My Run"))
        .isEqualTo(
            "e.yaml: name: must be lower-case letters and digits, in parts joined by dashes, "
                + "not \"My Run\"; for example labels-to-photo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | e.yaml: is empty; an experiment has at least a name",
        "# nothing | e.yaml: is empty; an experiment has at least a name",
        "[a] | e.yaml: must be a block of keys, not a list",
        "unet | e.yaml: must be a block of keys, not \"unet\"",
        "a: b: c | e.yaml: line 1: is not valid YAML: mapping values are not allowed here",
        "a: [1, 2 | e.yaml: line 1: is not valid YAML: expected ',' or ']', but got <stream end>",
        "generator: {levels: 1, levels: 2} | e.yaml: generator.levels: is given twice; keep one of"
            + " the two",
        "{name: &n a, data: {ending: *n}} | e.yaml: data.ending: *n is an alias; write the value"
            + " out",
      })
  void tellsTextsThatAreNoExperiment(String yaml, String message) {
    assertThat(thrown(yaml)).isEqualTo(message);
  }

  @Test
  void refusesASecondDocument() {
    assertThat(thrown("name: a\n---\nname: b"))
        .startsWith("e.yaml: line 3: is not valid YAML: Trailing token")
        .doesNotContain("\n");
  }

  private String problem(String yaml) {
    return thrown("name: a\n" + yaml);
  }

  private String thrown(String yaml) {
    return String.valueOf(
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> reader.parse(yaml, "e.yaml"))
            .actual()
            .getMessage());
  }
}
