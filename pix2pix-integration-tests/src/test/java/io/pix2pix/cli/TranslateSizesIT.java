package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.resize.Resampling;
import io.pix2pix.train.translation.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was trained on pairs that were resized to 16x16 each. */
class TranslateSizesIT {
  @TempDir static Path home;
  private static String run;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    for (var split : new String[] {"train", "val", "test"}) {
      var place = Files.createDirectories(home.resolve("pairs").resolve(split));
      ImageFiles.write(place.resolve("1.png"), picture(24, 48));
    }
    run =
        new Pix2Pix(home)
            .trained(
                "run",
                "--data",
                home.resolve("pairs").toString(),
                "--set",
                "data={name: paired, size: 16}",
                "--set",
                "generator.normalization=none",
                "--set",
                "training.epochs=1")
            .toString();
  }

  @Test
  void picturesAreResizedAsInTrainingAndThatIsSaid() {
    var large = write("large.png", picture(32, 32));
    var small = Resampling.BICUBIC.resize(ImageFiles.read(large), 16, 16);

    var answer = translate(large, "out.png", "--noise", "off");

    assertThat(answer.out()).contains("1 of 1 pictures is resized to 16x16 pixels, as in training");
    assertThat(shape("out.png")).isEqualTo(new ImageShape(16, 16, 3));
    write("expected.png", generated(small));
    assertThat(folder.resolve("out.png")).hasSameBinaryContentAs(folder.resolve("expected.png"));
  }

  /** What the generator makes of a picture of the size that it was trained on. */
  private static Image generated(Image picture) {
    var phase = Phase.translation(Statistics.BATCH, false);
    try (var translator = PortFiles.run(Path.of(run)).translator(phase, 1)) {
      return translator.show(ImmutableList.of(new Translator.Input(picture, "small"))).get(0);
    }
  }

  @Test
  void resultsGetTheSizeOfTheirInputsAndPicturesKeepTheirsWhereThatIsAskedFor() {
    var picture = write("picture.png", picture(20, 40));

    translate(picture, "restored.png", "--restore-size");
    translate(picture, "own.png", "--size", "own");
    translate(picture, "larger.png", "--size", "32");

    assertThat(shape("restored.png")).isEqualTo(new ImageShape(20, 40, 3));
    assertThat(shape("own.png")).isEqualTo(new ImageShape(20, 40, 3));
    assertThat(shape("larger.png")).isEqualTo(new ImageShape(32, 32, 3));
  }

  @Test
  void hintsAtPairsThatAreTakenAsPicturesAndAtPicturesThatAreTakenAsPairs() {
    var pair = write("pair.png", picture(16, 32));
    var single = write("single.png", picture(16, 16));

    assertThat(translate(pair, "a.png").out()).contains("is twice as wide", "give --pairs");
    assertThat(translate(single, "b.png", "--pairs").out())
        .contains("is half as wide", "leave --pairs out");
    assertThat(translate(pair, "c.png", "--pairs").out()).doesNotContain("as wide");
    assertThat(translate(single, "d.png").out()).doesNotContain("as wide");
  }

  /** The generator halves twice, and takes no 38x20. In tiles it takes any size, its own. */
  @Test
  void tilesTakePicturesOfAnySizeAndGiveWhatTheWholeGives() {
    var odd = write("odd.png", picture(20, 38));
    var even = write("even.png", picture(40, 72));

    var answer = translate(odd, "odd-tiles.png", "--tiles", "32");
    translate(even, "whole.png", "--size", "own", "--noise", "off");
    translate(even, "tiles.png", "--tiles", "32", "--noise", "off");

    assertThat(answer.out()).contains("Tiles of 32x32 pixels overlap by ");
    assertThat(shape("odd-tiles.png")).isEqualTo(new ImageShape(20, 38, 3));
    assertThat(folder.resolve("tiles.png")).hasSameBinaryContentAs(folder.resolve("whole.png"));
  }

  private Pix2Pix.Answer translate(Path input, String output, String... more) {
    var arguments =
        new String[] {"translate", run, input.toString(), folder.resolve(output).toString()};
    var answer = new Pix2Pix(folder).run(ObjectArrays.concat(arguments, more, String.class));
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer;
  }

  private ImageShape shape(String name) {
    return ImageFiles.shape(folder.resolve(name));
  }

  private Path write(String name, Image image) {
    var file = folder.resolve(name);
    ImageFiles.write(file, image);
    return file;
  }

  private static Image picture(int height, int width) {
    var shape = new ImageShape(height, width, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 31 * i % 255 / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }
}
