package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.training.Training;
import io.pix2pix.train.experiment.TestPlugins.Adam;
import io.pix2pix.train.experiment.TestPlugins.Adversarial;
import io.pix2pix.train.experiment.TestPlugins.BatchNormalization;
import io.pix2pix.train.experiment.TestPlugins.CrossEntropy;
import io.pix2pix.train.experiment.TestPlugins.Direction;
import io.pix2pix.train.experiment.TestPlugins.Edge;
import io.pix2pix.train.experiment.TestPlugins.EncoderDecoder;
import io.pix2pix.train.experiment.TestPlugins.InstanceNormalization;
import io.pix2pix.train.experiment.TestPlugins.Jitter;
import io.pix2pix.train.experiment.TestPlugins.L1;
import io.pix2pix.train.experiment.TestPlugins.Mirror;
import io.pix2pix.train.experiment.TestPlugins.Normal;
import io.pix2pix.train.experiment.TestPlugins.Paired;
import io.pix2pix.train.experiment.TestPlugins.Patch;
import io.pix2pix.train.experiment.TestPlugins.Unet;
import org.junit.jupiter.api.Test;

class ExperimentReaderTest {
  private final ExperimentReader reader = new ExperimentReader(TestPlugins.ALL);

  @Test
  void aNameAloneGivesEveryDefault() {
    assertThat(read("name: facades"))
        .isEqualTo(
            new Experiment(
                "facades",
                1,
                new Paired(Direction.AtoB, "jpg"),
                ImmutableList.of(),
                new Unet(8, 64, new BatchNormalization(0.00001), 0.5),
                new Patch(70, true),
                ImmutableList.of(new Adversarial(new CrossEntropy(1), 1), new L1(100, "mean")),
                new Training(200, 1, new Adam(0.0002), new Normal(0.02))));
  }

  @Test
  void readsEveryTypeOfSetting() {
    var experiment =
        read(
            """
            name: a
            seed: -9000000000
            data: {direction: BtoA, ending: "1"}
            augmentation: [{name: jitter, enlarge: 286, crop: 256, edge: black}, mirror]
            generator: {name: encoder-decoder, filters: [8, 16, 32]}
            discriminator: {conditional: false}
            """);

    assertThat(experiment.seed()).isEqualTo(-9_000_000_000L);
    assertThat(experiment.data()).isEqualTo(new Paired(Direction.BtoA, "1"));
    assertThat(experiment.augmentation())
        .containsExactly(new Jitter(286, 256, Edge.ZERO), new Mirror());
    assertThat(experiment.generator())
        .isEqualTo(new EncoderDecoder(6, ImmutableList.of(8, 16, 32)));
    assertThat(experiment.discriminator()).isEqualTo(new Patch(70, false));
  }

  @Test
  void readsNumbersInScientificNotationAndWholeOnesWhereFractionsAreAllowed() {
    assertThat(read("name: a\ntraining: {optimizer: {learningRate: 1e-4}}").training().optimizer())
        .isEqualTo(new Adam(0.0001));
    assertThat(read("name: a\ntraining: {optimizer: {learningRate: 1}}").training().optimizer())
        .isEqualTo(new Adam(1));
  }

  @Test
  void aBareNameStandsForABlock() {
    var bare = read("name: a\ngenerator: {normalization: instance}");

    assertThat(bare).isEqualTo(read("name: a\ngenerator: {normalization: {name: instance}}"));
    assertThat(bare.generator()).isEqualTo(new Unet(8, 64, new InstanceNormalization(), 0.5));
  }

  @Test
  void aBlockWithoutANameSetsTheDefaultPlugin() {
    assertThat(read("name: a\nlosses: [{name: adversarial, objective: {realLabel: 0.9}}]").losses())
        .containsExactly(new Adversarial(new CrossEntropy(0.9), 1));
  }

  @Test
  void anAliasOfYamlIsOnlyTextWithinQuotes() {
    assertThat(read("name: a\ndata: {ending: '*b'}").data())
        .isEqualTo(new Paired(Direction.AtoB, "*b"));
  }

  private Experiment read(String yaml) {
    return reader.parse(yaml, "e.yaml");
  }
}
