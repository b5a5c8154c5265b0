package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.TestPlugins.BatchNormalization;
import io.pix2pix.train.experiment.TestPlugins.EncoderDecoder;
import io.pix2pix.train.experiment.TestPlugins.InstanceNormalization;
import io.pix2pix.train.experiment.TestPlugins.L1;
import io.pix2pix.train.experiment.TestPlugins.Unet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFilesTest {
  private final ExperimentReader reader = new ExperimentReader(TestPlugins.ALL);

  @TempDir Path folder;

  @Test
  void aFileListsDifferencesFromItsBaseAndThatFromIts() throws IOException {
    file("base.yaml", "name: base\nseed: 3\ngenerator: {levels: 5, dropout: 0}");
    file("small.yaml", "base: base.yaml\ngenerator: {filters: 8}\ntraining: {epochs: 2}");
    Files.createDirectory(folder.resolve("more"));
    file("more/e.yaml", "base: ../small.yaml\nname: e\ntraining: {batchSize: 4}");

    var experiment = read("more/e.yaml");

    assertThat(experiment.name()).isEqualTo("e");
    assertThat(experiment.seed()).isEqualTo(3);
    assertThat(experiment.generator()).isEqualTo(new Unet(5, 8, new BatchNormalization(1e-5), 0));
    assertThat(experiment.training().epochs()).isEqualTo(2);
    assertThat(experiment.training().batchSize()).isEqualTo(4);
  }

  @Test
  void aBlockThatNamesAnotherPluginReplacesTheBlockOfTheBase() throws IOException {
    file("base.yaml", "name: base\ngenerator: {levels: 5, normalization: {epsilon: 1}}");
    file("other.yaml", "base: base.yaml\ngenerator: {name: encoder-decoder}");
    file("bare.yaml", "base: base.yaml\ngenerator: encoder-decoder");
    file("same.yaml", "base: base.yaml\ngenerator: {name: unet, filters: 8}");
    file("inner.yaml", "base: base.yaml\ngenerator: {normalization: instance}");

    var replaced = new EncoderDecoder(6, ImmutableList.of(64, 128));
    assertThat(read("other.yaml").generator()).isEqualTo(replaced);
    assertThat(read("bare.yaml").generator()).isEqualTo(replaced);
    assertThat(read("same.yaml").generator())
        .isEqualTo(new Unet(5, 8, new BatchNormalization(1), 0.5));
    assertThat(read("inner.yaml").generator())
        .isEqualTo(new Unet(5, 64, new InstanceNormalization(), 0.5));
  }

  @Test
  void aBareNameInTheBaseCanBeGivenSettings() throws IOException {
    file("base.yaml", "name: base\ngenerator: encoder-decoder");
    file("e.yaml", "base: base.yaml\ngenerator: {depth: 2}");

    assertThat(read("e.yaml").generator())
        .isEqualTo(new EncoderDecoder(2, ImmutableList.of(64, 128)));
  }

  @Test
  void listsAreReplacedWhole() throws IOException {
    file("base.yaml", "name: base\nlosses: [{name: l1, weight: 7}, adversarial]");
    file("e.yaml", "base: base.yaml\nlosses: [{name: l1, reduction: sum}]");

    assertThat(read("e.yaml").losses()).containsExactly(new L1(1, "sum"));
  }

  @Test
  void blamesTheFileThatSaidIt() throws IOException {
    file("base.yaml", "name: base\ngenerator: {levels: 0}\nlosess: []");
    file("e.yaml", "base: base.yaml\ngenerator: {filters: 3}");
    file("mended.yaml", "base: base.yaml\ngenerator: {levels: 3}");

    assertThat(problem("e.yaml")).startsWith(folder.resolve("base.yaml") + ": losess: unknown key");
    file("base.yaml", "name: base\ngenerator: {levels: 0}");
    assertThat(problem("e.yaml"))
        .isEqualTo(folder.resolve("base.yaml") + ": generator.levels: must be at least 1, not 0");
    assertThat(read("mended.yaml").generator())
        .isEqualTo(new Unet(3, 64, new BatchNormalization(1e-5), 0.5));
  }

  @Test
  void tellsTheTopFileWhatIsMissing() throws IOException {
    file("base.yaml", "seed: 1");
    file("e.yaml", "base: base.yaml");

    assertThat(problem("e.yaml")).startsWith(folder.resolve("e.yaml") + ": name: is missing");
  }

  @Test
  void showsTheCycle() throws IOException {
    file("a.yaml", "base: b.yaml");
    file("b.yaml", "base: c.yaml");
    file("c.yaml", "base: ./b.yaml");

    assertThat(problem("a.yaml"))
        .isEqualTo(
            "%s: base: is a cycle: %s -> %s -> %s; one of these files must name no base",
            folder.resolve("c.yaml"),
            folder.resolve("b.yaml"),
            folder.resolve("c.yaml"),
            folder.resolve("b.yaml"));
  }

  @Test
  void namesBothFilesIfTheBaseIsMissing() throws IOException {
    file("e.yaml", "base: bass.yaml");

    assertThat(problem("e.yaml"))
        .isEqualTo(
            "%s: base: no such file %s; the path starts from the folder of this file",
            folder.resolve("e.yaml"), folder.resolve("bass.yaml"));
  }

  @Test
  void aBaseIsText() throws IOException {
    file("e.yaml", "base: [b.yaml]");

    assertThat(problem("e.yaml"))
        .isEqualTo(folder.resolve("e.yaml") + ": base: must be a file, not a list");
  }

  @Test
  void tellsFilesThatCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("folder.yaml"));
    Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8});
    file("empty.yaml", "");

    assertThat(problem("none.yaml"))
        .endsWith("none.yaml: no such file; give the path of an experiment file");
    assertThat(problem("folder.yaml"))
        .endsWith("folder.yaml: is a folder; give the path of an experiment file");
    assertThat(problem("binary.yaml")).endsWith("binary.yaml: is not text in UTF-8");
    assertThat(problem("empty.yaml"))
        .endsWith("empty.yaml: is empty; an experiment has at least a name");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Experiment read(String name) {
    return reader.read(folder.resolve(name), ImmutableList.of());
  }

  private String problem(String name) {
    return String.valueOf(
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> read(name))
            .actual()
            .getMessage());
  }
}
