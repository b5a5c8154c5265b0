package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/several-networks.md with an experiment that takes a second: two generators. */
class TwoGeneratorsIT {
  private static final Path GUIDE = Guides.root().resolve("docs/several-networks.md");
  private static final String SMALL =
      """
      base: both-ways.yaml
      name: small
      data: {size: 16, train: 4, val: 1, test: 2}
      generator: {levels: 2, filters: 4}
      discriminator: {filters: 4}
      networks:
        generators: [{name: back, generator: {name: unet, levels: 2, filters: 2}}]
        updates: [{network: discriminator}, {network: generator, frozenUntil: 2}, {network: back}]
      training: {epochs: 3, average: 0.9, checkpoints: {every: 5}, samples: {every: 100}}
      """;
  private static final String ONLY_BACK =
      "networks.updates=[{network: discriminator, frozenUntil: 100000},"
          + " {network: generator, frozenUntil: 100000}, {network: back}]";

  @TempDir private static Path home;

  private static PluginClassPath plugins;
  private static Path experiment;
  private static Path whole;

  @BeforeAll
  static void buildTheJarAndTrain() throws Exception {
    var project = GuideProject.write(GUIDE, home.resolve("both-ways"));
    plugins = new PluginClassPath(project.jar());
    experiment = Files.writeString(project.folder().resolve("small.yaml"), SMALL);
    whole = trained("whole");
  }

  @AfterAll
  static void putTheClassPathBack() throws Exception {
    plugins.close();
  }

  @Test
  void describeShowsAllNetworksOfTheGuide() {
    var shown =
        run("describe", experiment.resolveSibling("both-ways.yaml").toString(), "--size", "64x32");

    assertThat(shown.out())
        .contains("generator: 64x32x3 to 64x32x3", "discriminator: 64x32x6 to ")
        .contains("back: 64x32x3 to 64x32x3");
  }

  @Test
  void trainInOneRunAndResumeExactly() throws IOException {
    var stopped = trained("stopped", "--set", "training.epochs=2");
    trained("stopped", "--resume");

    assertThat(whole.resolve("losses.csv"))
        .content()
        .startsWith(
            "step,generator.adversarial,discriminator.fake,discriminator.real,"
                + "generator.round-trip,back.way-back,learningRate\n")
        .hasLineCount(13);
    assertThat(stopped.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
    assertThat(tensors(last(stopped))).isEqualTo(tensors(last(whole)));
    try (var checkpoint = SafetensorsReader.open(last(whole))) {
      assertThat(checkpoint.names())
          .contains(
              "generator/encoder1/kernel", "back/encoder1/kernel", "average/back/encoder1/kernel");
    }
  }

  @Test
  void translateUsesTheOneThatIsNamed() throws IOException {
    var there = translated("--network", "generator");
    var back = translated("--network", "back");

    assertThat(ImageFiles.read(back)).hasShape(16, 16, 3);
    assertThat(there).hasSameBinaryContentAs(translated());
    assertThat(Files.readAllBytes(back)).isNotEqualTo(Files.readAllBytes(there));
  }

  @Test
  void exportWritesTheOneThatIsNamedInTheNamesOfThePort() {
    var model = home.resolve("back-model");

    var averaged = exported("averaged.safetensors", "--saved-model", model.toString());
    var trained = exported("trained.safetensors", "--weights", "trained");

    assertThat(model.resolve("saved_model.pb")).exists();
    assertThat(averaged).containsExactlyInAnyOrder(weight(whole, "average/back/encoder1/kernel"));
    assertThat(trained).containsExactlyInAnyOrder(weight(whole, "back/encoder1/kernel"));
  }

  /** The first kernel, in the layout of the port. */
  private static float[] exported(String name, String... more) {
    var file = home.resolve(name);
    var arguments =
        ImmutableList.<String>builder()
            .add("export", whole.toString(), file.toString(), "--network", "back")
            .add(more);
    var done = run(arguments.build().toArray(String[]::new));
    assertThat(done.code()).as(done.err()).isZero();
    try (var weights = SafetensorsReader.open(file)) {
      assertThat(weights.shape("model.model.0.weight")).containsExactly(2L, 3L, 4L, 4L);
      return weights.floats("model.model.0.weight");
    }
  }

  @Test
  void aNameThatIsNoneIsAnsweredWithThoseThatAre() {
    run("translate", whole.toString(), input(), "out.png", "--network", "forth")
        .refuses(1, "has no generator \"forth\"; known: generator, back");
    run("export", whole.toString(), "out.safetensors", "--network", "discriminator")
        .refuses(1, "has no generator \"discriminator\"; known: generator, back");
  }

  @Test
  void networksStartFromTheOnesOfTheSameNameAndOnlyThoseThatAreNotFrozenLearn() {
    var run = trained("on", "--initialize-from", whole.toString(), "--set", ONLY_BACK);

    assertThat(run.resolve("run.json")).content().contains("\"initialized\"", "\"back\"");
    for (var frozen :
        ImmutableList.of("generator/encoder1/kernel", "discriminator/layer1/kernel")) {
      assertThat(weight(run, frozen)).containsExactly(weight(whole, frozen));
    }
    assertThat(weight(run, "back/encoder1/kernel"))
        .isNotEqualTo(weight(whole, "back/encoder1/kernel"));
  }

  private static String input() {
    return whole.resolveSibling("input.png").toString();
  }

  private static Path translated(String... more) throws IOException {
    var shape = new ImageShape(16, 16, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 37 % 200 / 100f - 1;
    }
    ImageFiles.write(Path.of(input()), Image.of(shape, values));
    var output = Files.createTempFile(home, "translated", ".png");
    var arguments =
        ImmutableList.<String>builder()
            .add("translate", whole.toString(), input(), output.toString())
            .add(more);
    var answer = run(arguments.build().toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return output;
  }

  private static float[] weight(Path run, String name) {
    try (var reader = SafetensorsReader.open(last(run))) {
      return reader.floats(name);
    }
  }

  private static Path last(Path run) {
    return run.resolve("checkpoints/step-00000012.safetensors");
  }

  private static Path trained(String name, String... more) {
    var runs = home.resolve("runs");
    var arguments =
        ImmutableList.<String>builder()
            .add("train", experiment.toString(), "--runs", runs.toString(), "--name", name)
            .add(more);
    var answer = run(arguments.build().toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return runs.resolve(name);
  }

  private static Pix2Pix.Answer run(String... arguments) {
    return new Pix2Pix(home).run(arguments);
  }

  /** What follows the header, which names the run. */
  private static byte[] tensors(Path checkpoint) throws IOException {
    var bytes = Files.readAllBytes(checkpoint);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return Arrays.copyOfRange(bytes, Math.toIntExact(Long.BYTES + header), bytes.length);
  }
}
