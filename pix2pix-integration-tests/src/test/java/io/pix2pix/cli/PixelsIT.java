package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.file.Depth;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on pictures that are not three channels of bytes. */
class PixelsIT {
  private static final Optional<SampleRange> TWELVE_BITS = Optional.of(new SampleRange(0, 4095));

  @TempDir Path folder;

  /** Twelve bits in sixteen, in and out; bytes are gray too. */
  @Test
  void grayStaysGrayWithDepthAndRange() throws IOException {
    for (var split : new String[] {"train", "test"}) {
      var file = Files.createDirectories(folder.resolve("pairs").resolve(split)).resolve("1.png");
      ImageFiles.write(file, gray(16, 32), new WriteOptions(Depth.SHORTS, TWELVE_BITS));
    }
    var run = trained("data={name: paired, range: [0, 4095]}", "pairs");
    var input = folder.resolve("x.png");
    ImageFiles.write(input, gray(16, 16), new WriteOptions(Depth.SHORTS, TWELVE_BITS));

    translate(run, input, "bytes.png");
    translate(run, input, "deep.png", "--depth", "16");
    translate(run, input, "array.npy", "--depth", "float");

    assertThat(bands("bytes.png")).isEqualTo(1);
    assertThat(bands("deep.png")).isEqualTo(1);
    assertThat(greatest("deep.png")).isBetween(256, 4095);
    assertThat(Files.size(folder.resolve("array.npy"))).isEqualTo(128 + 4 * 256);
    var answer = new Pix2Pix(folder).run("evaluate", run.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("ssim", "lab-histogram.L", "sharpness");
  }

  @Test
  void oneHotTargetsBecomeLabelMapsAgain() throws IOException {
    Files.createDirectories(folder.resolve("maps"));
    Files.writeString(
        folder.resolve("maps/palette.csv"),
        "index,class,red,green,blue\n0,sky,10,20,30\n1,road,200,0,0\n2,tree,0,99,0\n");
    for (var split : new String[] {"train", "test"}) {
      var labels = Files.createDirectories(folder.resolve("maps").resolve(split).resolve("label"));
      var photos = Files.createDirectories(folder.resolve("maps").resolve(split).resolve("photo"));
      ImageFiles.write(labels.resolve("1.png"), indices());
      ImageFiles.write(photos.resolve("1.png"), gray(16, 16).toColors());
    }
    var run =
        trained(
            "data={name: folders, condition: photo, target: label, pixels: {target: {labels:"
                + " one-hot}}}",
            "maps");

    translate(run, folder.resolve("maps/test/photo/1.png"), "map.png");

    var colors = new TreeSet<Integer>();
    var map = ImageFiles.read(folder.resolve("map.png"));
    for (int i = 0; i < 256; i++) {
      colors.add(Pixels.rgb(map, i / 16, i % 16));
    }
    assertThat(colors).isSubsetOf(0x0a141e, 0xc80000, 0x006300);
    var answer = new Pix2Pix(folder).run("evaluate", run.toString(), "--metric", "label-accuracy");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("label-accuracy.class-iou");
  }

  /** An array that holds the channels of both files gives the same. */
  @Test
  void severalFilesThatMakeOneConditionAreFoundByTheirPatterns() throws IOException {
    var depth = gray(16, 16);
    for (var split : new String[] {"train", "test"}) {
      for (var name : new String[] {"depth/%s/1_d.png", "normal/%s/1_n.png", "photo/%s/1.png"}) {
        var file = folder.resolve("stacked").resolve(name.formatted(split));
        Files.createDirectories(file.getParent());
        ImageFiles.write(file, name.startsWith("depth") ? depth : depth.toColors());
      }
    }
    var run =
        trained(
            "data={name: folders, condition: 'depth/{split}/{name}_d.png', target:"
                + " 'photo/{split}/{name}', pixels: {condition: {more:"
                + " ['normal/{split}/{name}_n']}}}",
            "stacked");
    var values = new float[16 * 16 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = depth.toArray()[i / 4];
    }
    var array = folder.resolve("all.npy");
    ImageFiles.write(array, Image.of(new ImageShape(16, 16, 4), values));

    translate(run, folder.resolve("stacked/depth/test/1_d.png"), "of-files.png");
    translate(run, array, "of-array.png");

    assertThat(folder.resolve("of-files.png"))
        .hasSameBinaryContentAs(folder.resolve("of-array.png"));
  }

  @Test
  void channelsThatAreNoPictureAreRefused() throws IOException {
    for (var split : new String[] {"train", "test"}) {
      var inputs = Files.createDirectories(folder.resolve("two").resolve(split).resolve("label"));
      var arrays = Files.createDirectories(folder.resolve("two").resolve(split).resolve("photo"));
      ImageFiles.write(inputs.resolve("1.png"), gray(16, 16));
      var both = Image.of(new ImageShape(16, 16, 2), gray(16, 32).toArray());
      ImageFiles.write(arrays.resolve("1.npy"), both, new WriteOptions(Depth.SHORTS, TWELVE_BITS));
    }
    var run = trained("data={name: folders, range: [0, 4095]}", "two");
    var input = folder.resolve("two/test/label/1.png");
    var output = folder.resolve("out.png");

    new Pix2Pix(folder)
        .run("translate", run.toString(), input.toString(), output.toString())
        .refuses(1, "out.png: PNG cannot hold 2 channels; write a .tif or .npy file");
    assertThat(output).doesNotExist();
    translate(run, input, "out.npy");
  }

  private Path trained(String data, String pairs) {
    return new Pix2Pix(folder)
        .trained(
            "run",
            "--data",
            folder.resolve(pairs).toString(),
            "--set",
            data,
            "--set",
            "training.epochs=2");
  }

  private void translate(Path run, Path input, String output, String... more) {
    var arguments =
        new String[] {
          "translate", run.toString(), input.toString(), folder.resolve(output).toString()
        };
    var answer = new Pix2Pix(folder).run(ObjectArrays.concat(arguments, more, String.class));
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  private int bands(String name) throws IOException {
    return ImageIO.read(folder.resolve(name).toFile()).getRaster().getNumBands();
  }

  private int greatest(String name) throws IOException {
    var raster = ImageIO.read(folder.resolve(name).toFile()).getRaster();
    int greatest = 0;
    for (int sample :
        raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null)) {
      greatest = Math.max(greatest, sample);
    }
    return greatest;
  }

  private static Image gray(int height, int width) {
    var values = new float[height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2f * (i * 37 % 256) / 255 - 1;
    }
    return Image.of(new ImageShape(height, width, 1), values);
  }

  /** Three stripes. */
  private static Image indices() {
    var values = new float[256];
    for (int i = 0; i < values.length; i++) {
      int index = i % 16 * 3 / 16;
      values[i] = index / 127.5f - 1;
    }
    return Image.of(new ImageShape(16, 16, 1), values);
  }
}
