package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.tif", "a.TIFF", "a.bmp"})
  void readsWhatItWroteWithoutLoss(String name) {
    Image image = Pictures.ramp(5, 7);

    ImageFiles.write(folder.resolve(name), image);

    assertThat(ImageFiles.read(folder.resolve(name))).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "jpeg", "JPG", "bmp", "tif", "tiff"})
  void readsTheFormatsThatItNames(String extension) throws IOException {
    Path file = folder.resolve("a." + extension);
    BufferedImage picture = Pixels.toPicture(Pictures.plain(8, 16, 0.2f));
    assertThat(ImageIO.write(picture, extension, file.toFile())).isTrue();

    assertThat(ImageFiles.isImage(file)).isTrue();
    assertThat(ImageFiles.shape(file)).isEqualTo(new ImageShape(8, 16, 3));
    assertThat(ImageFiles.read(file).at(4, 8, 1)).isCloseTo(0.2f, within(0.02f));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void keepsTheValuesOfGrayPictures(int kind) throws IOException {
    var gray = new BufferedImage(2, 2, kind);
    int greatest = kind == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
    gray.getRaster().setSample(1, 0, 0, greatest / 5);
    Path file = folder.resolve("gray.png");
    ImageIO.write(gray, "png", file.toFile());

    assertThat(ImageFiles.read(file).at(0, 1, 0)).isEqualTo(51 / 127.5f - 1);
    assertThat(ImageFiles.read(file).at(0, 1, 2)).isEqualTo(51 / 127.5f - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.jpg", "cut.png", "cut.bmp", "cut.tif"})
  void refusesTruncatedFiles(String name) throws IOException {
    Path file = folder.resolve(name);
    String format = name.substring(4);
    ImageIO.write(Pixels.toPicture(Pictures.ramp(64, 64)), format, file.toFile());
    Pictures.truncate(file, 0.7);

    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("copy the file again");
    assertThatThrownBy(() -> completeShape(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png"})
  void refusesFilesThatLackOnlyTheirLastBytes(String name) {
    Path file = Pictures.truncate(Pictures.write(folder.resolve(name), 64, 64), 0.95);

    assertThatThrownBy(() -> completeShape(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png"})
  void acceptsBytesAfterTheEnd(String name) throws IOException {
    Path file = Pictures.write(folder.resolve(name), 16, 16);
    Files.write(file, new byte[9], StandardOpenOption.APPEND);

    assertThat(completeShape(file)).isEqualTo(new ImageShape(16, 16, 3));
  }

  @Test
  void refusesEmptyFiles() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.png"));

    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": the file is empty; copy the file again, or remove it");
  }

  @Test
  void refusesFilesThatAreNoImages() throws IOException {
    Path file = Files.writeString(folder.resolve("text.png"), "not an image at all");

    assertThatThrownBy(() -> ImageFiles.shape(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("text.png: not an image");
  }

  @Test
  void refusesMissingFiles() {
    assertThatThrownBy(() -> ImageFiles.read(folder.resolve("none.png")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.png: there is no such file");
  }

  @Test
  void refusesToWriteOtherFormats() {
    assertThatThrownBy(() -> ImageFiles.write(folder.resolve("a.gif"), Pictures.ramp(2, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(
            "a.gif: is no image file name; end it in one of jpg, jpeg, png, tif, tiff, bmp, npy");
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    Path file = Pictures.write(folder.resolve("a.png"), 4, 4);
    ImageFiles.write(file, Pictures.plain(4, 4, 0));
    Path taken = folder.resolve("taken.png");
    Files.createDirectories(taken.resolve("full"));

    assertThatThrownBy(() -> ImageFiles.write(taken, Pictures.ramp(2, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("taken.png: cannot be written");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, taken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".a.png", "a.txt", "png"})
  void countsOtherFilesAsNoImages(String name) {
    assertThat(ImageFiles.isImage(folder.resolve(name))).isFalse();
  }

  private static ImageShape completeShape(Path file) {
    var bytes = ImageFiles.bytes(file.toString(), MoreFiles.asByteSource(file));
    return ImageFiles.completeShape(
        new PictureFile(file.toString(), ByteSource.wrap(bytes)), bytes);
  }
}
