package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateFolderIT {
  private static final int FILES = 23;

  @TempDir static Path home;
  private static String run;

  @TempDir Path folder;
  private Path inputs;
  private Path outputs;

  @BeforeAll
  static void train() {
    run = new Pix2Pix(home).trained("run", "--set", "training.epochs=1").toString();
  }

  @BeforeEach
  void makeInputs() throws IOException {
    inputs = Files.createDirectory(folder.resolve("inputs"));
    outputs = folder.resolve("outputs");
  }

  /** Sizes alternate, and there are more of them than one graph has room for. */
  @Test
  void aFolderGivesTheFilesThatItsPicturesGiveAlone() {
    for (int i = 0; i < FILES; i++) {
      picture(i + ".png", 16 + 4 * (i % 11), i);
    }

    assertThat(translate(inputs, outputs).code()).isZero();

    for (int i = 0; i < FILES; i += 11) {
      var alone = folder.resolve("alone-" + i + ".png");
      translate(inputs.resolve(i + ".png"), alone);
      assertThat(outputs.resolve(i + ".png")).hasSameBinaryContentAs(alone);
    }
    assertThat(pictures()).isEqualTo(FILES);
  }

  @Test
  void resultsArePngUnlessAnotherFormatIsAskedFor() {
    picture("a.jpg", 16, 1);
    picture("b.png", 16, 2);

    translate(inputs, outputs);
    translate(inputs, folder.resolve("same"), "--format", "same");
    translate(inputs, folder.resolve("jpeg"), "--format", "jpeg");

    assertThat(outputs.resolve("a.png")).exists();
    assertThat(outputs.resolve("b.png")).exists();
    assertThat(folder.resolve("same/a.jpg")).exists();
    assertThat(folder.resolve("same/b.png")).exists();
    assertThat(folder.resolve("jpeg/b.jpg")).exists();
  }

  @Test
  void picturesThatDifferInTheirExtensionOnlyGetOneResultEach() {
    picture("a.bmp", 16, 1);
    picture("a.png", 16, 2);
    picture("b.png", 16, 3);

    var answer = translate(inputs, outputs);

    assertThat(answer.out()).contains("keep it in the names of their results: 2 (a.bmp.png");
    assertThat(outputs.resolve("a.bmp.png")).exists();
    assertThat(outputs.resolve("a.png.png")).exists();
    assertThat(outputs.resolve("b.png")).exists();
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    picture("a.png", 16, 1);
    Files.createFile(inputs.resolve("notes.txt"));
    Files.createFile(inputs.resolve(".hidden.png"));
    Files.createDirectory(inputs.resolve("more"));

    assertThat(translate(inputs, outputs).out())
        .contains(
            inputs
                + ": passes over 3 files and folders that are not read:"
                + " more/, .hidden.png, notes.txt");
  }

  @Test
  void aFolderThatIsCalledLikeAPictureIsNone() throws IOException {
    picture("a.png", 16, 1);
    Files.createDirectory(inputs.resolve("more.png"));

    assertThat(translate(inputs, outputs).out())
        .contains(inputs + ": passes over 1 file or folder that is not read: more.png/");
    assertThat(outputs.resolve("a.png")).exists();
    assertThat(outputs.resolve("more.png")).doesNotExist();
  }

  /** One has no head, the other a head and no end. */
  @Test
  void damagedPicturesAreListedAndTheOthersTranslated() throws IOException {
    picture("a.png", 64, 1);
    picture("z.png", 16, 2);
    Files.createFile(inputs.resolve("empty.png"));
    var whole = Files.readAllBytes(inputs.resolve("a.png"));
    Files.write(inputs.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));

    var answer = translate(inputs, outputs);

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("cut.png: the image is damaged", "empty.png: the file is empty")
        .contains("2 of 4 pictures were not translated");
    assertThat(outputs.resolve("a.png")).exists();
    assertThat(outputs.resolve("z.png")).exists();

    picture("cut.png", 16, 3);
    Files.delete(inputs.resolve("empty.png"));
    var second = translate(inputs, outputs);
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).contains("2 of 3 pictures were there already");
    assertThat(outputs.resolve("cut.png")).exists();
  }

  @Test
  void aSecondRunDoesWhatIsMissingAndWhatHasChanged() throws IOException {
    picture("a.png", 16, 1);
    picture("b.png", 16, 2);
    picture("c.png", 16, 3);
    translate(inputs, outputs);
    var kept = Files.getLastModifiedTime(outputs.resolve("a.png"));
    Files.delete(outputs.resolve("b.png"));
    picture("c.png", 20, 4);
    Files.setLastModifiedTime(inputs.resolve("c.png"), FileTime.from(Instant.now().plusSeconds(2)));

    assertThat(translate(inputs, outputs).out()).contains("1 of 3 pictures were there already");

    assertThat(Files.getLastModifiedTime(outputs.resolve("a.png"))).isEqualTo(kept);
    assertThat(outputs.resolve("b.png")).exists();
    assertThat(ImageFiles.shape(outputs.resolve("c.png"))).isEqualTo(new ImageShape(20, 16, 3));
  }

  @Test
  void resultsThatWereMadeOtherwiseAreReplacedOnlyWhereThatIsAskedFor() throws IOException {
    picture("a.png", 16, 1);
    translate(inputs, outputs);
    var before = Files.readAllBytes(outputs.resolve("a.png"));

    translate(inputs, outputs, "--seed", "2")
        .refuses(1, "a.png: was made otherwise: with ", "seed 1, not ", "seed 2; give another");
    assertThat(outputs.resolve("a.png")).hasBinaryContent(before);

    assertThat(translate(inputs, outputs, "--seed", "2", "--again").code()).isZero();
    assertThat(Files.readAllBytes(outputs.resolve("a.png"))).isNotEqualTo(before);
  }

  @Test
  void picturesOfSomebodyElseAreNotReplaced() {
    picture("a.png", 16, 1);

    translate(inputs, outputs);
    assertThat(outputs.resolve(".translation").toFile().delete()).isTrue();

    translate(inputs, outputs).refuses(1, "a.png: is there already, and nothing says what made it");
  }

  private long pictures() {
    return Arrays.stream(outputs.toFile().list()).filter(ImageFiles::isImage).count();
  }

  private Pix2Pix.Answer translate(Path from, Path to, String... more) {
    var arguments = new String[] {"translate", run, from.toString(), to.toString()};
    return new Pix2Pix(folder).run(ObjectArrays.concat(arguments, more, String.class));
  }

  private void picture(String name, int height, int seed) {
    var shape = new ImageShape(height, 16, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (31 * i + 17 * seed) % 255 / 127.5f - 1;
    }
    ImageFiles.write(inputs.resolve(name), Image.owning(shape, values));
  }
}
