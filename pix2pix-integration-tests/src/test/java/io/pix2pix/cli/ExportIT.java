package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIT {
  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void chooseAFolder() {
    pix2pix = new Pix2Pix(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unet-batch", "unet-instance", "unet-none", "resnet-batch", "resnet-instance"})
  void whatWasImportedComesBackAsItWas(String network) throws IOException {
    var run = imported(network);
    var exported = folder.resolve("generator.safetensors");

    succeeds("export", run.toString(), exported.toString());

    var again = folder.resolve("again");
    succeeds("import", exported.toString(), again.toString());
    var checkpoint = "checkpoints/step-00000000.safetensors";
    assertThat(again.resolve(checkpoint)).hasSameBinaryContentAs(run.resolve(checkpoint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"D0", "D1", "D2", "D3", "D4", "D5"})
  void everyDiscriminatorComesBackAsItWas(String name) throws IOException {
    var theirs = PortFiles.discriminator(name, folder);
    var run = imported("unet-batch", "--discriminator-weights", theirs.toString());
    var exported = folder.resolve("discriminator.safetensors");

    succeeds("export", run.toString(), "--discriminator", exported.toString());

    try (var before = SafetensorsReader.open(theirs);
        var after = SafetensorsReader.open(exported)) {
      assertThat(after.names()).containsAll(before.names());
      for (var tensor : before.names()) {
        assertThat(after.shape(tensor)).isEqualTo(before.shape(tensor));
        assertThat(after.floats(tensor)).isEqualTo(before.floats(tensor));
      }
    }
  }

  @Test
  void countsTheStepsOfRunningStatistics() {
    var run = pix2pix.trained("trained");
    var exported = folder.resolve("generator.safetensors");

    succeeds("export", run.toString(), exported.toString());

    try (var file = SafetensorsReader.open(exported)) {
      assertThat(file.longs("model.model.1.model.4.num_batches_tracked")).containsExactly(12);
      assertThat(file.metadata()).containsEntry("format", "pt");
    }
  }

  @Test
  void namesASettingThatThePortLacks() {
    var run = pix2pix.trained("trained", "--set", "generator.upsampling=sub-pixel");

    pix2pix
        .run("export", run.toString(), folder.resolve("g.safetensors").toString())
        .refuses(1, "generator cannot be exported: upsampling: ", "kernel of 4 here");
  }

  @Test
  void refusesABiasThatThePortLacks() {
    var run = pix2pix.trained("trained", "--set", "discriminator={name: pixel, filters: 2}");

    pix2pix
        .run(
            "export", run.toString(), "--discriminator", folder.resolve("d.safetensors").toString())
        .refuses(1, "discriminator/logits/bias cannot be exported: the PyTorch port has no such");
  }

  @Test
  void writesNothingBeforeEverythingIsChecked() {
    var run = imported("unet-batch");
    var exported = folder.resolve("g.safetensors");

    pix2pix
        .run(
            "export",
            run.toString(),
            exported.toString(),
            "--discriminator",
            folder.resolve("d.safetensors").toString())
        .refuses(1, run + ": has no discriminator; leave it out");
    assertThat(exported).doesNotExist();
  }

  @Test
  void refusesFilesItCannotOrMustNotWrite() throws IOException {
    var run = imported("unet-batch");
    var there = Files.writeString(folder.resolve("there.safetensors"), "mine");

    pix2pix.run("export", run.toString(), there.toString()).refuses(1, "exists already");
    pix2pix
        .run("export", run.toString(), folder.resolve("g.pth").toString())
        .refuses(1, "end the name in .safetensors");
    pix2pix.run("export", run.toString()).refuses(2, "nothing to export");
    assertThat(there).hasContent("mine");
  }

  private Path imported(String network, String... more) {
    var run = folder.resolve("run");
    var arguments = ImmutableList.<String>builder();
    arguments.add("import", PortFiles.weights(network).toString(), run.toString()).add(more);
    succeeds(arguments.build().toArray(String[]::new));
    return run;
  }

  private void succeeds(String... arguments) {
    var answer = pix2pix.run(arguments);
    assertThat(answer.code()).as(answer.err()).isZero();
  }
}
