package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.api.plugin.RenamedPlugin;
import io.pix2pix.api.plugin.RenamedSetting;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.DiscriminatorTraining;
import io.pix2pix.api.training.Training.Checkpointing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class FormerNamesTest {
  private static final ImmutableMap<PluginName, Class<?>> PLUGINS =
      ImmutableMap.<PluginName, Class<?>>builder()
          .putAll(TestPlugins.ALL)
          .put(new PluginName(Clipping.class, "bound"), Bound.class)
          .buildOrThrow();

  private final ExperimentReader reader = new ExperimentReader(PLUGINS);

  @TempDir private Path folder;

  /** A plug-in that was called "cap", with a setting that was called "most" and now lies deeper. */
  @RenamedPlugin(from = "cap")
  @RenamedSetting(from = "most", to = "range.high")
  record Bound(@Setting(value = "{}", meaning = "of each element") Range range)
      implements Clipping {
    @Override
    public ImmutableList<Operand<TFloat32>> clip(
        Ops tf, ImmutableList<Operand<TFloat32>> gradients) {
      return gradients;
    }
  }

  record Range(
      @Setting(value = "0", meaning = "the least") int low,
      @Setting(value = "1", meaning = "the greatest") int high) {}

  @Test
  void whatARunStoredUnderOldNamesIsReadAsBefore() {
    var stored = reader.parse("name: a\ntraining: {clipping: {name: cap, most: 5}}", "run");

    assertThat(stored.training().clipping()).isEqualTo(new Bound(new Range(0, 5)));
    assertThat(reader.parse("name: a\ntraining: {clipping: cap}", "run").training().clipping())
        .isEqualTo(new Bound(new Range(0, 1)));
  }

  @Test
  void anExperimentFileThatUsesAnOldNameIsToldTheNewOne() {
    assertThatThrownBy(() -> read("training: {clipping: cap}"))
        .hasMessageEndingWith(
            "training.clipping: unknown clipping \"cap\"; it is now called \"bound\"");
    assertThatThrownBy(() -> read("training: {clipping: {name: bound, most: 5}}"))
        .hasMessageEndingWith(
            "training.clipping.most: unknown key; it is now called training.clipping.range.high");
    assertThatThrownBy(() -> read("", "training.clipping={name: bound, most: 5}"))
        .hasMessageContaining("it is now called training.clipping.range.high");
  }

  @Test
  void whatARunStoredOfItsTrainingBeforeItWasNestedIsReadAsBefore() {
    var stored =
        reader.parse(
            """
            name: a
            training:
              discriminatorRate: 2
              discriminatorSteps: 5
              pool: 50
              checkpointEvery: 10
              sampleEvery: 20
              keep: 4
            networks: {updates: [{network: generator, rate: 3}]}
            """,
            "run");

    assertThat(stored)
        .isEqualTo(
            reader.parse(
                """
                name: a
                training:
                  discriminator: {learningRateFactor: 2, steps: 5, imagePool: 50}
                  checkpoints: {every: 10, keep: 4}
                  samples: {every: 20}
                networks: {updates: [{network: generator, learningRateFactor: 3}]}
                """,
                "now"));
    assertThat(stored.training().discriminator()).isEqualTo(new DiscriminatorTraining(2, 5, 50));
    assertThat(stored.training().checkpoints()).isEqualTo(new Checkpointing(10, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "discriminatorRate, discriminator.learningRateFactor",
    "discriminatorSteps, discriminator.steps",
    "pool, discriminator.imagePool",
    "checkpointEvery, checkpoints.every",
    "keep, checkpoints.keep",
    "sampleEvery, samples.every",
  })
  void oldKeysOfTrainingAreToldTheNewOnes(String old, String now) {
    var message = "training.%s: unknown key; it is now called training.%s".formatted(old, now);

    assertThatThrownBy(() -> read("training: {%s: 3}".formatted(old)))
        .hasMessageEndingWith(message);
    assertThatThrownBy(() -> read("", "training.%s=3".formatted(old)))
        .hasMessageEndingWith(message);
  }

  private void read(String yaml, String... overrides) throws Exception {
    var file = Files.writeString(folder.resolve("e.yaml"), "name: a\n" + yaml);
    reader.read(file, List.of(overrides));
  }
}
