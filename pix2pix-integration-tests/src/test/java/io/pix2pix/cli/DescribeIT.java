package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeIT {
  @TempDir Path folder;

  /** The experiment's pictures are painted at 16x16; each of two levels halves them. */
  @Test
  void showsEveryLayerOfBothNetworks() {
    var answer = describe();

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("generator: 16x16x3 to 16x16x3")
        .containsPattern("encoder2 +convolution 4x4, stride 2 +4x4x8 +512 +0\\.0000 +10x10")
        .contains("discriminator: 16x16x6 to 6x6x1")
        .contains("receptive field 16x16");
  }

  @Test
  void describesOtherSizesAndChannels() {
    assertThat(describe("--size", "64x32", "--channels", "1,2").out())
        .contains("generator: 64x32x1 to 64x32x2")
        .contains("discriminator: 64x32x3 to 30x14x1");
  }

  @Test
  void takesTheSizeToWhichTheAugmentationCuts() {
    var jittered =
        describe(
            "--set",
            "data=paired",
            "--set",
            "augmentation=[{name: jitter, enlarge: 40, crop: 32}]");

    assertThat(jittered.out()).contains("generator: 32x32x3 to 32x32x3");
  }

  @Test
  void takesSizeAndChannelsOfTheDataSet() {
    var coloring = describe("--set", "data={name: colorization, size: 24}");

    assertThat(coloring.out()).contains("generator: 24x24x1 to 24x24x2");
    assertThat(describe("--set", "data=colorization", "--size", "64x32").out())
        .contains("generator: 64x32x1 to 64x32x2");
  }

  @Test
  void drawsTheNetworks() throws IOException {
    describe("--pictures", folder.resolve("drawn").toString());

    assertThat(Files.readString(folder.resolve("drawn/generator.svg")))
        .startsWith("<svg")
        .contains("Generator", "encoder1 to decoder1", "transposed convolution");
    assertThat(folder.resolve("drawn/discriminator.svg")).exists();
  }

  @Test
  void refusesASizeThatTheNetworkCannotHalve() {
    describe("--size", "30x30").refuses(1, "30x30 pixels", "multiples of 4", "nearest is 32x32");
  }

  @Test
  void refusesASizeThatIsNone() {
    describe("--size", "big").refuses(1, "--size: \"big\" is not of the form 256x256");
  }

  @Test
  void refusesADiscriminatorWhoseMapWouldBeEmpty() {
    describe("--set", "discriminator.receptiveField=286")
        .refuses(
            1, "needs images of at least 96x96 pixels", "such as patch with receptiveField: 34");
  }

  @Test
  void listSaysWhatNetworksMakeOfAnImage() {
    assertThat(new Pix2Pix(folder).run("list", "discriminator").out())
        .contains("256x256x6 to 30x30x1, 2,768,705 parameters, 3.20 GMAC, receptive field 70x70");
    assertThat(new Pix2Pix(folder).run("list", "generator").out())
        .contains("54,413,955 parameters", "sizes are multiples of 256");
  }

  @Test
  void listKeepsSettingsApartFromTheirMeaning() {
    assertThat(new Pix2Pix(folder).run("list").out())
        .contains(
            "training.discriminator.steps               steps of D",
            "training.discriminator.learningRateFactor  D's");
  }

  private Pix2Pix.Answer describe(String... more) {
    var pix2pix = new Pix2Pix(folder);
    var command = new String[] {"describe", pix2pix.experiment().toString()};
    return pix2pix.run(ObjectArrays.concat(command, more, String.class));
  }
}
