package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.weights.SafetensorsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class HuggingFaceIT {
  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static Path run;

  @TempDir Path folder;

  @BeforeAll
  static void trainAndMeasure() {
    pix2pix = new Pix2Pix(home);
    run = pix2pix.trained("fronts");
    var answer = pix2pix.run("evaluate", run.toString(), "--metric", "l1", "--metric", "ssim");
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  @Test
  void theCardHasWhatTheHubReadsAboveIt() throws Exception {
    var matter = frontMatter(exported(run, "--license", "cc-by-4.0"));

    assertThat(matter.path("license").asString()).isEqualTo("cc-by-4.0");
    assertThat(matter.path("pipeline_tag").asString()).isEqualTo("image-to-image");
    assertThat(matter.path("tags").toString()).contains("pix2pix");
    assertThat(matter.path("metrics").toString()).isEqualTo("[\"l1\",\"ssim\"]");
    var result = matter.path("model-index").get(0).path("results").get(0);
    assertThat(result.path("dataset").path("split").asString()).isEqualTo("test");
    assertThat(result.path("metrics").get(0).path("value").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void theCardSaysWhereTheWeightsComeFromAndHowGoodTheyAre() throws Exception {
    var hub = exported(run);

    assertThat(hub).isDirectoryContaining("glob:**/samples.png");
    assertThat(Files.readString(hub.resolve("README.md")))
        .contains("# fronts", "at step 12", "4 training pairs, seen at 16x16 pixels")
        .contains(
            "multiples of 4, from 4 on", "2 images of split test, batch statistics, noise on:")
        .containsPattern(
            "\\| l1 \\| 0\\.\\d{6} \\| \\[0\\.\\d{6}, 0\\.\\d{6}] \\| of 0 to 1 \\| lower \\|")
        .contains("- step 12, trained weights", "No license was given", "isola2017image")
        .contains("./pix2pix import model.safetensors runs/fronts");
    assertThat(hub.resolve("experiment.yaml"))
        .hasSameTextualContentAs(run.resolve("experiment.yaml"));
  }

  @Test
  void itsWeightsTranslateAsTheRunAfterImport() throws Exception {
    var hub = exported(run);
    var again = folder.resolve("again");
    var weights = hub.resolve("model.safetensors").toString();
    assertThat(pix2pix.run("import", weights, again.toString()).code()).isZero();

    var phase = Phase.translation(Statistics.BATCH, false);
    try (var before = PortFiles.run(run).translator(phase, 1);
        var after = PortFiles.run(again).translator(phase, 1)) {
      var pairs = PortFiles.run(run).data().open(Optional.empty(), "test");
      var condition = pairs.read(0).condition();
      assertThat(after.translate(condition, "x")).isCloseTo(before.translate(condition, "x"), 1e-6);
    }
    var configuration = configuration(hub);
    assertThat(configuration.path("weights").asString()).isEqualTo("pytorch-CycleGAN-and-pix2pix");
    assertThat(configuration.path("generator").path("levels").asInt()).isEqualTo(2);
    assertThat(configuration.path("size_multiple").asInt()).isEqualTo(4);
  }

  @Test
  void aNetworkThatThePortLacksKeepsItsOwnNames() throws Exception {
    var other = pix2pix.trained("other", "--set", "generator.upsampling=sub-pixel");

    var hub = exported(other);

    assertThat(configuration(hub).path("weights").asString()).isEqualTo("pix2pix");
    assertThat(Files.readString(hub.resolve("README.md")))
        .contains("names of pix2pix for the JVM", "These weights were not evaluated.");
    try (var file = SafetensorsReader.open(hub.resolve("model.safetensors"))) {
      assertThat(file.names())
          .contains("generator/encoder1/kernel", "generator/decoder2/normalization/mean");
    }
  }

  @Test
  void refusesAFolderThatIsThereAndWhatIsNoLicense() throws Exception {
    export(folder).refuses(1, folder + ": exists already");
    export(folder.resolve("hub"), "--license", "All rights")
        .refuses(1, "--license: \"All rights\" is no identifier");
    export(folder.resolve("hub"), "--size", "16x16")
        .refuses(2, "--size: does nothing here, it is for layouts onnx, saved-model");
  }

  private Path exported(Path of, String... more) {
    var hub = folder.resolve("hub");
    var answer = pix2pix.run(command(of, hub, more));
    assertThat(answer.code()).as(answer.err()).isZero();
    return hub;
  }

  private static Pix2Pix.Answer export(Path hub, String... more) {
    return pix2pix.run(command(run, hub, more));
  }

  private static String[] command(Path of, Path hub, String... more) {
    String[] first = {"export", of.toString(), hub.toString(), "--layout", "huggingface"};
    return ObjectArrays.concat(first, more, String.class);
  }

  private static JsonNode frontMatter(Path hub) throws Exception {
    var card = Files.readString(hub.resolve("README.md"));
    assertThat(card).startsWith("---\n");
    return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n") + 1));
  }

  private static JsonNode configuration(Path hub) throws Exception {
    return new JsonMapper().readTree(Files.readString(hub.resolve("config.json")));
  }
}
