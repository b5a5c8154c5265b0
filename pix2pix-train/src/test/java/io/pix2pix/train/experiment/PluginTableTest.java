package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.train.experiment.PluginTable.PluginDescription;
import io.pix2pix.train.experiment.PluginTable.PluginDescription.SettingDescription;
import io.pix2pix.train.experiment.PluginTable.RoleDescription;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class PluginTableTest {
  private final PluginTable table = new PluginTable(TestPlugins.ALL);

  @Test
  void sortsRolesAndTheirPlugins() {
    assertThat(table.roles())
        .extracting(RoleDescription::name)
        .containsExactly(
            "augmentation",
            "clipping",
            "data",
            "discriminator",
            "generator",
            "initializer",
            "loss",
            "normalization",
            "objective",
            "optimizer",
            "schedule",
            "weight");
    assertThat(role("generator").meaning()).isEqualTo("turns conditions into images");
    assertThat(role("generator").plugins())
        .extracting(PluginDescription::name)
        .containsExactly("encoder-decoder", "unet");
  }

  @Test
  void describesSettingsInWords() {
    assertThat(plugin("generator", "unet").settings())
        .containsExactly(
            setting("levels", "whole number", "at least 1", "8", "halvings of the image"),
            setting(
                "filters",
                "whole number",
                "between 1 and 4096",
                "64",
                "filters of the first level"),
            setting(
                "normalization",
                "a normalization",
                "batch, instance",
                "batch",
                "how feature maps are normalized"),
            setting("dropout", "number", "between 0 and 1", "0.5", "share of dropped features"));
    assertThat(plugin("discriminator", "patch").settings())
        .containsExactly(
            setting(
                "receptiveField",
                "whole number",
                "one of 16, 34, 70",
                "70",
                "edge of a patch, in pixels"),
            setting("conditional", "true or false", "", "true", "whether it sees the condition"));
    assertThat(plugin("data", "paired").settings())
        .containsExactly(
            setting("direction", "one of AtoB, BtoA", "", "AtoB", "which half is the condition"),
            setting("ending", "text", "", "jpg", "ending of the files"));
    assertThat(plugin("loss", "l1").settings())
        .contains(setting("reduction", "one of mean, sum", "", "mean", "over all pixels"));
  }

  @Test
  void aSettingWithoutDefaultMustBeSaid() {
    assertThat(plugin("augmentation", "jitter").settings().get(0).standard()).isEmpty();
  }

  @Test
  void describesTheExperimentItselfWithTheKeysOfItsBlocks() {
    assertThat(table.experiment())
        .extracting(SettingDescription::key)
        .startsWith("name", "seed", "data", "augmentation")
        .contains("training.epochs", "training.optimizer")
        .doesNotContain("training");
    assertThat(table.experiment())
        .contains(
            setting(
                "augmentation",
                "list of augmentation",
                "jitter, mirror",
                "[]",
                "what changes training pairs, in this order"),
            setting(
                "training.optimizer",
                "an optimizer",
                "adam",
                "adam",
                "how gradients change weights"));
  }

  @Test
  void refusesRecordsThatDoNotDeclareTheirSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tableOf(Undeclared.class))
        .withMessageEndingWith("component size has no @Setting");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tableOf(OddlyTyped.class))
        .withMessage("a setting cannot be of type java.lang.Object");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tableOf(Named.class))
        .withMessageEndingWith("a setting of a plug-in cannot be called \"name\"");
  }

  private static PluginTable tableOf(Class<?> plugin) {
    return new PluginTable(ImmutableMap.of(new PluginName(Normalization.class, "odd"), plugin));
  }

  private RoleDescription role(String name) {
    return table.roles().stream()
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private PluginDescription plugin(String role, String name) {
    return role(role).plugins().stream()
        .filter(plugin -> plugin.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SettingDescription setting(
      String key, String type, String allowed, String standard, String meaning) {
    return new SettingDescription(key, type, allowed, Optional.of(standard), meaning);
  }

  interface Unchanged extends Normalization {
    @Override
    default Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
      return x;
    }

    @Override
    default boolean offset() {
      return false;
    }
  }

  record Undeclared(int size) implements Unchanged {}

  record OddlyTyped(@Setting(meaning = "odd") Object size) implements Unchanged {}

  record Named(@Setting(meaning = "its name") String name) implements Unchanged {}
}
