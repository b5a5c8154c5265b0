package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.color.Lab;
import io.pix2pix.api.color.Rgb;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.photo.Colorization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose networks see something else than the pictures that people give and look at. */
class PhotoRunsIT {
  private static final String COLORIZATION = "data={name: colorization}";

  /** A whole step of eight bits in the darkest blue. */
  private static final Offset<Double> ROUNDING = Offset.offset(0.5);

  @TempDir Path folder;
  private Pix2Pix pix2pix;
  private String photos;
  private Path photo;

  @BeforeEach
  void makePhotos() throws IOException {
    pix2pix = new Pix2Pix(folder);
    for (var split : new String[] {"train", "val", "test"}) {
      var place = Files.createDirectories(folder.resolve("photos").resolve(split));
      ImageFiles.write(place.resolve("1.png"), photo(1));
      ImageFiles.write(place.resolve("2.png"), photo(2));
    }
    photos = folder.resolve("photos").toString();
    photo = folder.resolve("photos/test/2.png");
  }

  @Test
  void aColoredPhotoHasColorsAndTheLightnessThatItHad() {
    var run = trained(COLORIZATION).toString();
    var out = folder.resolve("out.png");

    assertThat(pix2pix.run("translate", run, photo.toString(), out.toString()).code()).isZero();

    var made = ImageFiles.read(out);
    var given = ImageFiles.read(photo);
    boolean gray = true;
    for (int i = 0; i < 16 * 16; i++) {
      int y = i / 16;
      int x = i % 16;
      assertThat(lightness(made, y, x)).isCloseTo(lightness(given, y, x), ROUNDING);
      gray &= made.at(y, x, 0) == made.at(y, x, 1) && made.at(y, x, 0) == made.at(y, x, 2);
    }
    assertThat(gray).isFalse();
    assertThat(Path.of(run, "samples/step-000006.png")).exists();
  }

  @Test
  void grayPhotosFoldersAndPairsAreColoredAlike() throws IOException {
    var run = trained(COLORIZATION).toString();
    var colorization = new Colorization(0);
    var given = ImageFiles.read(photo);
    var condition = colorization.condition(given, Optional.empty(), "photo");
    var inputs = Files.createDirectories(folder.resolve("inputs"));
    ImageFiles.write(inputs.resolve("1.png"), colorization.showCondition(condition));
    var pair = folder.resolve("pair.png");
    ImageFiles.write(pair, twice(given));

    pix2pix.run("translate", run, photo.toString(), folder + "/whole.png");
    pix2pix.run("translate", run, inputs.toString(), folder + "/outputs");
    pix2pix.run("translate", run, pair.toString(), folder + "/half.png", "--pairs");

    var whole = ImageFiles.read(folder.resolve("whole.png"));
    assertThat(ImageFiles.read(folder.resolve("half.png"))).isEqualTo(whole);
    var ofGray = ImageFiles.read(folder.resolve("outputs/1.png"));
    assertThat(lightness(ofGray, 5, 5)).isCloseTo(lightness(whole, 5, 5), ROUNDING);
  }

  @Test
  void coloredPhotosAreMeasuredAsTheyAreShown() throws IOException {
    var run =
        trained(
            COLORIZATION,
            "training.validation={every: 3, metrics: [lab-histogram, ssim], best: lab-histogram.a}");

    assertThat(pix2pix.run("evaluate", run.toString()).code()).isZero();

    assertThat(run.resolve("checkpoints/best.safetensors")).exists();
    assertThat(run.resolve("metrics.csv"))
        .content()
        .containsPattern("test,6,trained,batch,on,2,lab-histogram.L,(1\\.0|0\\.99)\\d*,")
        .contains("psnr", "ssim", "sharpness");
    assertThat(run.resolve("validation.csv"))
        .content()
        .containsPattern("lab-histogram.L.*\\n6,\\S*?(1\\.0|0\\.99)\\d*,");
  }

  @Test
  void anExperimentThatWasChangedAfterTheRunIsNotUsed() throws IOException {
    var run = trained(COLORIZATION);
    var experiment = run.resolve("experiment.yaml");
    Files.writeString(experiment, Files.readString(experiment).replace("colorization", "paired"));

    var answer =
        pix2pix.runWithLog("translate", run.toString(), photo.toString(), folder + "/out.png");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("was changed after the run wrote it");
    assertThat(ImageFiles.read(folder.resolve("out.png")).channels()).isEqualTo(3);
  }

  @Test
  void aStudyOfColoringShowsPhotos() throws IOException {
    var study =
        """
        name: colors
        title: Colors
        experiment:
          data: {name: colorization, size: 8}
          augmentation: [mirror]
          generator: {name: unet, levels: 2, filters: 4}
          training: {epochs: 1}
        axes:
          objective:
            L1: {losses: [l1]}
        seeds: [1]
        metrics: [l1, lab-histogram]
        pictures: 1
        """;
    var file = Files.writeString(folder.resolve("colors.yaml"), study);

    var dry = pix2pix.run("study", file.toString(), "--dry-run");
    var answer =
        pix2pix.run("study", file.toString(), "--runs", folder.toString(), "--data", photos);
    var report = pix2pix.run("report", folder.resolve("colors").toString());

    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(report.code()).as(report.err()).isZero();
    var target = ImageFiles.read(folder.resolve("colors/pictures/target/1.png"));
    var input = ImageFiles.read(folder.resolve("colors/pictures/input/1.png"));
    var made = ImageFiles.read(folder.resolve("colors/cells/l1-seed-1/translated/1.png"));
    assertThat(target.shape()).isEqualTo(new ImageShape(8, 8, 3));
    assertThat(lightness(input, 3, 3)).isCloseTo(lightness(target, 3, 3), ROUNDING);
    assertThat(lightness(made, 3, 3)).isCloseTo(lightness(target, 3, 3), ROUNDING);
    assertThat(folder.resolve("colors/report/index.html")).content().contains("data:image/png");
  }

  @Test
  void aWholePhotoIsFilledInAsOneThatHasTheHoleAlready() {
    var run = trained("data={name: inpainting, hole: 0.25}").toString();
    var holed = folder.resolve("holed.png");
    var given = ImageFiles.read(photo);
    var values = given.toArray();
    for (int i = 0; i < values.length; i++) {
      int y = i / 3 / 16;
      int x = i / 3 % 16;
      values[i] = y >= 6 && y < 10 && x >= 6 && x < 10 ? 1 : values[i];
    }
    ImageFiles.write(holed, Image.owning(given.shape(), values));

    pix2pix.run("translate", run, photo.toString(), folder + "/of-whole.png");
    pix2pix.run("translate", run, holed.toString(), folder + "/of-holed.png");

    assertThat(ImageFiles.read(folder.resolve("of-holed.png")))
        .isEqualTo(ImageFiles.read(folder.resolve("of-whole.png")));
  }

  @Test
  void aMapOfIndicesGetsItsColorsAlsoWhereTheDataIsGone() throws IOException {
    var data = Files.createDirectories(folder.resolve("maps"));
    for (var side : new String[] {"label", "photo"}) {
      Files.createDirectories(data.resolve("train").resolve(side));
    }
    Files.writeString(
        data.resolve("palette.csv"),
        "index,class,red,green,blue\n0,sky,0,128,255\n1,wall,90,0,0\n");
    ImageFiles.write(data.resolve("train/label/1.png"), map(1 / 127.5f - 1));
    ImageFiles.write(data.resolve("train/photo/1.png"), photo(1));
    photos = data.toString();
    var run = trained("data={name: folders}").toString();
    var indices = folder.resolve("indices.png");
    Files.move(data.resolve("train/label/1.png"), indices);
    var colors = folder.resolve("colors.png");
    ImageFiles.write(colors, colored());
    MoreFiles.deleteRecursively(data, RecursiveDeleteOption.ALLOW_INSECURE);

    pix2pix.run("translate", run, indices.toString(), folder + "/a.png");
    pix2pix.run("translate", run, colors.toString(), folder + "/b.png");
    ImageFiles.write(indices, map(0.5f));

    assertThat(ImageFiles.read(folder.resolve("a.png")))
        .isEqualTo(ImageFiles.read(folder.resolve("b.png")));
    pix2pix
        .run("translate", run, indices.toString(), folder + "/c.png")
        .refuses(1, "indices.png: is gray, but no map of the indices 0 to 1");
  }

  @Test
  void valuesOfOtherDataAreNotTakenForThoseOfTheRunsOwn() throws IOException {
    var run = trained("data=inpainting").toString();
    var moved = Files.move(Path.of(photos), folder.resolve("moved")).toString();
    var odd = folder.resolve("odd ones");
    ImageFiles.write(Files.createDirectories(odd.resolve("test")).resolve("1.png"), photo(3));

    var own = pix2pix.run("evaluate", run, "--data", moved, "--metric", "l1");
    var other = pix2pix.run("evaluate", run, "--data", odd.toString(), "--metric", "l1");

    assertThat(own.out()).as(own.err()).contains("2 images of split test,");
    assertThat(other.out())
        .as(other.err())
        .containsPattern("1 images of split test-of-odd-ones-[0-9a-f]{8},");
    assertThat(Path.of(run, "metrics.csv"))
        .content()
        .contains("\ntest,")
        .contains("\ntest-of-odd-ones-");
    assertThat(pix2pix.run("report", pix2pix.runs().toString()).code()).isZero();
    assertThat(pix2pix.runs().resolve("report/table.md"))
        .content()
        .contains("2 images of split test.")
        .doesNotContain("odd-ones");
  }

  private Path trained(String... changes) {
    var more = new String[2 * changes.length + 2];
    for (int i = 0; i < changes.length; i++) {
      more[2 * i] = "--set";
      more[2 * i + 1] = changes[i];
    }
    more[2 * changes.length] = "--data";
    more[2 * changes.length + 1] = photos;
    return pix2pix.trained("run", more);
  }

  private static double lightness(Image image, int y, int x) {
    var color =
        new Rgb(
            (image.at(y, x, 0) + 1) / 2, (image.at(y, x, 1) + 1) / 2, (image.at(y, x, 2) + 1) / 2);
    return Lab.of(color).lightness();
  }

  private static Image photo(int number) {
    return image((y, x, channel) -> (y * 7 + x * (3 + channel * number) + 40 * channel) % 256);
  }

  /** Zero on the left half, another value on the right. */
  private static Image map(float value) {
    return image((y, x, channel) -> x < 8 ? 0 : Math.round((value + 1) * 127.5f));
  }

  /** The map of 0 and 1 in the colors of its palette. */
  private static Image colored() {
    int[][] colors = {{0, 128, 255}, {90, 0, 0}};
    return image((y, x, channel) -> colors[x / 8][channel]);
  }

  private static Image image(Shade shade) {
    var shape = new ImageShape(16, 16, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = shade.at(i / 3 / 16, i / 3 % 16, i % 3) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  private static Image twice(Image image) {
    var shape = image.shape().resized(16, 32);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.at(i / 3 / 32, i / 3 % 16, i % 3);
    }
    return Image.owning(shape, values);
  }

  /** A value of eight bits at a place. */
  private interface Shade {
    int at(int y, int x, int channel);
  }
}
