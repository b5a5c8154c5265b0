package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationRefusalIT {
  @TempDir static Path home;
  private static Path run;
  @TempDir Path folder;

  @BeforeAll
  static void train() {
    run = new Pix2Pix(home).trained("run", "--set", "training.epochs=1");
  }

  private Path input;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
  }

  @Test
  void refusesAPairOfOddWidthBeforeAnythingIsWritten() {
    image("a.png", 16, 32);
    image("b.png", 16, 33);

    translate(input, folder.resolve("output"), "--pairs")
        .refuses(1, "b.png: the width of 33 pixels is odd");

    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void refusesASizeThatTheGeneratorCannotHalveBeforeAnythingIsWritten() {
    image("a.png", 16, 16);
    image("b.png", 18, 16);

    translate(input, folder.resolve("output"))
        .refuses(1, "b.png: 16x18 pixels", "multiples of 4", "--size");

    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void refusesArchivesAndLists() throws IOException {
    for (var name : ImmutableList.of("a.zip", "a.tar.gz", "a.parquet")) {
      translate(Files.createFile(folder.resolve(name)), folder.resolve("output"))
          .refuses(1, name + ": is data in one file", "unpack it, and give the folder");
    }
    translate(Files.writeString(folder.resolve("a.csv"), "condition"), folder.resolve("output"))
        .refuses(1, "a.csv: is a list, not an image; give the folder");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void neverWritesOverItsInput() throws IOException {
    var image = image("a.png", 16, 16);
    var before = Files.readAllBytes(image);

    translate(input, input).refuses(1, "a.png: is the input too; give another");
    translate(image, folder.resolve("input/../input/a.png")).refuses(1, "is the input too");

    assertThat(image).hasBinaryContent(before);
  }

  @Test
  void keepsFileNamesOfEveryKindWhereThatIsAskedFor() {
    image("a.tif", 16, 16);
    image("b.bmp", 16, 16);
    image("c.JPG", 16, 16);

    var answer = translate(input, folder.resolve("output"), "--format", "same");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(ImageFiles.shape(folder.resolve("output/a.tif"))).isEqualTo(square());
    assertThat(ImageFiles.shape(folder.resolve("output/b.bmp"))).isEqualTo(square());
    assertThat(ImageFiles.shape(folder.resolve("output/c.JPG"))).isEqualTo(square());
  }

  @Test
  void refusesOptionsOfFoldersForAnImageAndSizesThatAreNone() {
    var image = image("a.png", 16, 16);
    var output = folder.resolve("b.png");

    translate(image, output, "--format", "png").refuses(1, "--format: is for folders");
    translate(image, output, "--again").refuses(1, "--again: is for folders");
    translate(image, output, "--size", "0").refuses(2, "\"0\" must be a number of pixels");
    translate(image, output, "--size", "big").refuses(2, "\"big\" must be a number of pixels");
  }

  /** The generator halves twice: tiles begin at multiples of 4. */
  @Test
  void refusesTilesThatTheGeneratorCannotTake() {
    var image = image("a.png", 16, 16);
    var output = folder.resolve("b.png");

    translate(image, output, "--tiles", "4").refuses(1, "--tiles 4: ", "give 8 or more");
    translate(image, output, "--tiles", "18").refuses(1, "--tiles 18: ", "the nearest is 20x20");
    translate(image, output, "--tiles", "16", "--overlap", "13")
        .refuses(1, "--overlap 13: must be from 1 to 12");
    translate(image, output, "--overlap", "4").refuses(1, "--overlap: is of tiles");
    translate(image, output, "--tiles", "16", "--restore-size").refuses(1, "--restore-size: ");
    assertThat(output).doesNotExist();
  }

  @Test
  void namesAnOutputThatCannotBeWritten() throws IOException {
    var image = image("a.png", 16, 16);
    var output = folder.resolve("output");
    Files.createDirectories(output.resolve("a.png/full"));

    translate(input, output).refuses(1, "a.png: is a folder");
    translate(image, folder.resolve("input/a.png/b.png"))
        .refuses(1, "input/a.png: is not a folder");
  }

  @Test
  void namesAMissingInputAndADamagedOne() throws IOException {
    Files.createFile(input.resolve("empty.png"));

    translate(folder.resolve("none.png"), folder.resolve("b.png")).refuses(1, "none.png: does not");
    translate(input.resolve("empty.png"), folder.resolve("b.png"))
        .refuses(1, "empty.png: the file is empty");
    assertThat(translate(input, folder.resolve("output")).err())
        .contains("empty.png: the file is empty", "1 of 1 pictures was not translated");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void namesExtensionsThatCanBeWritten() {
    var image = image("a.png", 16, 16);

    translate(image, folder.resolve("b.gif"))
        .refuses(1, "b.gif: is no image file name", "png, tif");
  }

  @Test
  void refusesAFileForAFolderAndAFolderForAFile() throws IOException {
    var image = image("a.png", 16, 16);
    var file = Files.createFile(folder.resolve("file"));

    translate(image, folder).refuses(1, "is a folder; as ", "give an image file");
    translate(input, file).refuses(1, "is a file; as ", "give a folder");
  }

  private Pix2Pix.Answer translate(Path from, Path to, String... more) {
    var arguments = new String[] {"translate", run.toString(), from.toString(), to.toString()};
    return new Pix2Pix(folder).run(ObjectArrays.concat(arguments, more, String.class));
  }

  private Path image(String name, int height, int width) {
    var file = input.resolve(name);
    var shape = new ImageShape(height, width, 3);
    ImageFiles.write(file, Image.owning(shape, new float[shape.size()]));
    return file;
  }

  private static ImageShape square() {
    return new ImageShape(16, 16, 3);
  }
}
