package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.models.generator.DropoutPlacement;
import io.pix2pix.models.generator.Resnet;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImportIT {
  private static final double TOLERANCE = 1e-5;
  private static final Normalization BATCH = new BatchNormalization(1e-5);
  private static final Normalization INSTANCE = new InstanceNormalization(1e-5);
  @TempDir Path folder;
  private Pix2Pix pix2pix;
  private Path run;

  @BeforeEach
  void chooseAFolder() {
    pix2pix = new Pix2Pix(folder);
    run = folder.resolve("runs/Theirs_1");
  }

  /** The zip format and the older one; running statistics of instance norm; a data parallel one. */
  static Stream<Arguments> networks() {
    var three = new TransposedUpsampling(3);
    return Stream.of(
        Arguments.of("unet-batch", unet(BATCH, 0.5)),
        Arguments.of("unet-instance", unet(INSTANCE, 0.5)),
        Arguments.of("unet-none", unet(new NoNormalization(), 0.5)),
        Arguments.of("resnet-batch", new Resnet(6, 1, BATCH, 0, three, false)),
        Arguments.of("resnet-instance", new Resnet(9, 1, INSTANCE, 0.5, three, false)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void readsTheArchitectureOffTheFileAndGivesItsPictures(String network, Generator expected) {
    made(network);

    var imported = PortFiles.run(run);

    assertThat(imported.experiment().generator()).isEqualTo(expected);
    try (var translator = imported.translator(Phase.translation(Statistics.RUNNING, false), 1)) {
      assertThat(translator.translate(PortFiles.condition(network), network))
          .isCloseTo(PortFiles.generated(network), TOLERANCE);
    }
  }

  @Test
  void picturesOfOtherChannelsAreRefused() throws IOException {
    made("unet-instance");
    var picture = folder.resolve("color.png");
    ImageFiles.write(picture, Image.of(new ImageShape(32, 32, 3), new float[32 * 32 * 3]));

    pix2pix
        .run("translate", run.toString(), picture.toString(), folder.resolve("y.png").toString())
        .refuses(1, "color.png: has 3 channels; this generator takes 2");
  }

  @Test
  void settingsThatAreGivenAreNotReadOffTheFile() {
    made("unet-batch", "--generator", "{name: unet, dropout: 0}");

    assertThat(PortFiles.run(run).experiment().generator()).isEqualTo(unet(BATCH, 0));
  }

  @Test
  void theRunSaysWhereItComesFrom() throws IOException {
    made("unet-batch");
    var file = PortFiles.weights("unet-batch");
    var checksum = MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();

    assertThat(run.resolve("run.json")).content().contains(file.toString(), checksum, "imported");
    assertThat(run.resolve("index.html"))
        .content()
        .contains("weights from elsewhere, not trained here", checksum)
        .doesNotContain("of 0", "Losses");
    assertThat(run.resolve("experiment.yaml")).content().startsWith("name: theirs-1\n");
  }

  @Test
  void theRunIsEvaluatedAndTranslatesFromTheCommandLine() {
    made("unet-batch", "--set", "data={name: synthetic-facades, size: 32, train: 1, test: 2}");

    assertThat(pix2pix.run("evaluate", run.toString()).code()).isZero();
    assertThat(run.resolve("metrics.csv")).content().contains("psnr");
  }

  @Test
  void theRunCannotBeResumed() {
    made("unet-batch");

    pix2pix
        .train("Theirs_1", "--resume")
        .refuses(1, "was imported, not trained, and has nothing to resume");
  }

  @Test
  void takesTheDiscriminatorToo() throws IOException {
    made("unet-batch", "--discriminator-weights", patch("D2").toString());

    var discriminator = PortFiles.run(run).experiment().discriminator();

    assertThat(discriminator.receptiveField()).isEqualTo(34);
    assertThat(discriminator.conditional()).isTrue();
  }

  @Test
  void refusesADiscriminatorOfOtherChannels() throws IOException {
    refused("unet-instance", "--discriminator-weights", patch("D2").toString())
        .refuses(
            1, "takes 6 channels; with a generator from 2 to 1 channels it should take 3, or 1");
  }

  @Test
  void refusesARunThatIsThere() {
    made("unet-batch");

    refused("unet-batch").refuses(1, run + ": exists already; give a folder that does not");
  }

  @Test
  void namesAWeightOfAnotherShape() {
    refused("unet-batch", "--generator", "{name: unet, filters: 2}")
        .refuses(
            1, "model.model.0.weight is [1, 3, 4, 4], but {name: unet, ", " needs [2, 3, 4, 4]");
    assertThat(run).doesNotExist();
  }

  @Test
  void namesWeightsThatAreMissingOrTooMany() {
    refused("unet-batch", "--generator", "{name: unet, levels: 4}")
        .refuses(1, " and 2 more are missing; ", " are no part of {name: unet, levels: 4, ");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    pix2pix
        .run("import", "nowhere.pth", run.toString())
        .refuses(1, "nowhere.pth: there is no such file; check the path");
  }

  @Test
  void advisesToGiveFewerSettingsOnlyIfSomeWereGiven() throws IOException {
    var damaged = folder.resolve("damaged.safetensors");
    var bytes = Files.readAllBytes(exported("unet-none"));
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    // A name of the same length, so that nothing else in the file moves.
    var renamed = text.replaceFirst("model\\.model\\.3\\.bias", "model.model.3.bios");
    Files.write(damaged, renamed.getBytes(StandardCharsets.ISO_8859_1));
    var other = folder.resolve("runs/other").toString();

    assertThat(pix2pix.run("import", damaged.toString(), other).err())
        .contains("model.model.3.bias is missing")
        .contains("; use another file")
        .doesNotContain("--generator");
    assertThat(pix2pix.run("import", damaged.toString(), other, "--generator", "unet").err())
        .contains("leave settings out of --generator and --set");
  }

  @Test
  void namesASettingThatThePortLacks() {
    refused("unet-batch", "--generator", "{name: unet, spectralNormalization: true}")
        .refuses(1, "spectralNormalization: the PyTorch port has none; it must be false");
    refused("unet-batch", "--generator", "encoder-decoder")
        .refuses(1, "--generator: the PyTorch port has no such network; it has resnet, unet");
  }

  @Test
  void saysThatAFileHoldsNoGenerator() throws IOException {
    pix2pix
        .run("import", patch("D1").toString(), run.toString())
        .refuses(1, "holds no generator that is known (resnet, unet), but model.0.weight, ");
  }

  @Test
  void namesAWeightThatIsNotFinite() throws IOException {
    var exported = exported("unet-none");
    var bytes = Files.readAllBytes(exported);
    // The last number of the file: a float is NaN if all bits of its two upper bytes are set.
    bytes[bytes.length - 1] = -1;
    bytes[bytes.length - 2] = -1;
    Files.write(exported, bytes);
    var other = folder.resolve("runs/other");

    pix2pix
        .run("import", exported.toString(), other.toString())
        .refuses(1, exported + ": model.model.", "infinite or not a number");
    assertThat(folder.resolve("runs")).isDirectoryNotContaining("glob:**other*");
  }

  private void made(String network, String... more) {
    var answer = refused(network, more);
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  private Pix2Pix.Answer refused(String network, String... more) {
    var arguments =
        ImmutableList.<String>builder()
            .add("import", PortFiles.weights(network).toString(), run.toString())
            .add(more)
            .build();
    return pix2pix.run(arguments.toArray(String[]::new));
  }

  /** The weights of a network, in a safetensors file that can be changed. */
  private Path exported(String network) {
    made(network);
    var file = folder.resolve("generator.safetensors");
    assertThat(pix2pix.run("export", run.toString(), file.toString()).code()).isZero();
    return file;
  }

  private Path patch(String name) throws IOException {
    return PortFiles.discriminator(name, folder);
  }

  private static Unet unet(Normalization normalization, double dropout) {
    return new Unet(
        5,
        1,
        normalization,
        dropout,
        DropoutPlacement.PORT,
        new TransposedUpsampling(4),
        ImmutableList.of(),
        false);
  }
}
