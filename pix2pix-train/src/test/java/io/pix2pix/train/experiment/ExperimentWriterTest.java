package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentWriterTest {
  private final ExperimentReader reader = new ExperimentReader(TestPlugins.ALL);
  private final ExperimentWriter writer = new ExperimentWriter(TestPlugins.ALL);

  @Test
  void spellsEveryValueOut() {
    var experiment =
        reader.parse(
            """
            name: facades
            augmentation: [{name: jitter, enlarge: 286, crop: 256, edge: black}, mirror]
            """,
            "e.yaml");

    assertThat(writer.write(experiment))
        .isEqualTo(
            """
            name: facades
            seed: 1
            data: {name: paired, direction: AtoB, ending: jpg}
            augmentation: [{name: jitter, enlarge: 286, crop: 256, edge: black}, {name: mirror}]
            generator:
              name: unet
              levels: 8
              filters: 64
              normalization: {name: batch, epsilon: 0.00001, synchronized: false}
              dropout: 0.5
            discriminator: {name: patch, receptiveField: 70, conditional: true}
            losses:
              - {name: adversarial, objective: {name: cross-entropy, realLabel: 1}, weight: 1}
              - {name: l1, weight: 100, reduction: mean}
            training:
              epochs: 200
              batchSize: 1
              optimizer: {name: adam, learningRate: 0.0002}
              schedule: {name: constant}
              clipping: {name: none}
              update: alternating
              discriminator: {learningRateFactor: 1, steps: 1, imagePool: 0}
              average: 0
              initializer: {name: normal, deviation: 0.02}
              precision: float32
              checkpoints: {every: 2000, keep: 3}
              samples: {every: 500}
              validation: {every: 0, metrics: [], best: none}
            networks: {generators: [], discriminators: [], updates: []}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a",
        "name: a\nseed: -9000000000",
        "name: null-and-1\ndata: {direction: BtoA, ending: 'true'}",
        "name: '1'\ndata: {ending: \"it's: a, \\\"b\\\" # [c]\\n \\u00e9\"}",
        "name: a\ndata: {ending: ''}",
        "name: a\nlosses: [{name: l1, weight: {name: linear, from: 2, to: 1e-3, end: 9000000000}}]",
        "name: a\ntraining: {optimizer: {learningRate: 1.234567890123e-11}}",
        "name: a\ntraining: {optimizer: {learningRate: 1.7976931348623157e308}}",
        "name: a\ngenerator: {name: encoder-decoder, filters: [1, 2, 3]}\nlosses: []",
        "name: a\naugmentation: [{name: jitter, enlarge: 9, crop: 8, edge: nearest-pixel}, mirror]",
      })
  void readsBackAsTheSameExperiment(String yaml) {
    var experiment = reader.parse(yaml, "e.yaml");

    assertThat(reader.parse(writer.write(experiment), "written")).isEqualTo(experiment);
  }

  @Test
  void aConstantWeightIsANumberAgainAndAScheduleIsABlock() {
    var constant =
        reader.parse(
            "name: a\nlosses: [{name: l1, weight: {name: constant, value: 2.5}}]", "e.yaml");
    var linear =
        reader.parse(
            "name: a\nlosses: [{name: l1, weight: {name: linear, from: 2, to: 1}}]", "e.yaml");

    assertThat(writer.write(constant)).contains("{name: l1, weight: 2.5, reduction: mean}");
    assertThat(writer.write(linear)).contains("weight: {name: linear, from: 2, to: 1, end: 1000}");
  }

  @Test
  void longElementsOfListsGetALineForEachKey() {
    var ending = "x".repeat(120);
    var experiment = reader.parse("name: a\ndata: {ending: " + ending + "}", "e.yaml");

    assertThat(writer.write(experiment))
        .contains("data:\n  name: paired\n  direction: AtoB\n  ending: " + ending + "\n");
  }

  @Test
  void refusesAPluginWithoutAName() {
    var experiment = reader.parse("name: a", "e.yaml");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExperimentWriter(ImmutableMap.of()).write(experiment))
        .withMessageEndingWith("Paired has no name as a data; list it in a PluginModule");
  }
}
