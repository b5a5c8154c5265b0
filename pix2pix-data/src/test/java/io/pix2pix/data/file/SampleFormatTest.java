package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.pixels.PixelSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFormatTest {
  @TempDir Path folder;

  @Test
  void floatsHaveBlackAndWhiteWhereSomebodySaysThatTheyAre() {
    var samples =
        TiffBytes.samples(20)
            .putFloat(-1000)
            .putFloat(-500)
            .putFloat(0)
            .putFloat(1000)
            .putFloat(3000);

    // (v + 1000) / 2000 * 2 - 1; what is beyond is cut
    assertThat(red(read(write(5, 32, 3, samples), -1000, 1000)))
        .containsExactly(-1, -0.5f, 0, 1, 1);
  }

  @Test
  void signedAndWideNumbersAreReadAsTheyAreStored() {
    var bytes = TiffBytes.samples(3).put((byte) -100).put((byte) 0).put((byte) 100);
    var shorts =
        TiffBytes.samples(6).putShort((short) -1000).putShort((short) 0).putShort((short) 500);
    var wide = TiffBytes.samples(12).putInt(0).putInt(1 << 31).putInt(-1);

    assertThat(red(read(write(3, 8, 2, bytes), -100, 100))).containsExactly(-1, 0, 1);
    assertThat(red(read(write(3, 16, 2, shorts), -1000, 1000))).containsExactly(-1, 0, 0.5f);
    assertThat(red(read(write(3, 32, 1, wide), 0, 1L << 32))[1]).isEqualTo(0);
    assertThat(red(read(write(3, 32, 1, wide), 0, 1L << 32))[2]).isGreaterThan(0.999f);
    assertThat(red(read(write(3, 32, 2, wide), -2.0e9, 2.0e9))[1]).isEqualTo(-1);
  }

  @Test
  void twelveBitsInSixteenAreReadInTheirRange() throws IOException {
    var picture = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setSample(1, 0, 0, 2048);
    picture.getRaster().setSample(2, 0, 0, 4096);
    var file = folder.resolve("a.png");
    ImageIO.write(picture, "png", file.toFile());

    assertThat(red(read(file, 0, 4096))).containsExactly(-1, 0, 1);
    assertThat(decoded(file, Optional.of(new SampleRange(0, 2048))).notes())
        .containsExactly("has values beyond the range [0, 2048], which are cut");
    assertThat(decoded(file, Optional.empty()).notes()).isEmpty(); // 4096 has 13 bits
    picture.getRaster().setSample(2, 0, 0, 4095);
    ImageIO.write(picture, "png", file.toFile());
    assertThat(decoded(file, Optional.empty()).notes())
        .singleElement()
        .asString()
        .startsWith("has 16 bits but no value above 4095");
  }

  @Test
  void whiteIsZeroWhereTheFileSaysSo() throws IOException {
    var samples = TiffBytes.samples(4).putShort((short) 0).putShort((short) 100);
    var file = folder.resolve("a.tif");
    Files.write(file, TiffBytes.of(2, 16, 1, samples, Map.of(262, 0)));

    assertThat(red(read(file, 0, 100))).containsExactly(1, -1);
  }

  @Test
  void bytesHaveTheirRangeWhateverIsSaid() throws IOException {
    var picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSample(1, 0, 0, 255);
    var file = folder.resolve("a.png");
    ImageIO.write(picture, "png", file.toFile());

    assertThat(red(read(file, 0, 4095))).containsExactly(-1, 1);
  }

  @Test
  void numbersOfWhichNothingSaysWhatTheyMeanAreRefusedByName() {
    refuses(write(1, 32, 3, TiffBytes.samples(4)), "a.tif: has 32-bit floating-point numbers, of");
    refuses(write(1, 16, 2, TiffBytes.samples(2)), "a.tif: has 16-bit signed whole numbers, of");
    refuses(write(1, 32, 1, TiffBytes.samples(4)), "a.tif: has 32-bit unsigned whole numbers, of");
    refuses(
        write(1, 64, 6, TiffBytes.samples(8)),
        "a.tif: has 64-bit complex numbers, which are not read");
  }

  /** A TIFF has no end that tells whether it is complete, so that the checksum decodes it. */
  @Test
  void theChecksumOfPairsKnowsTheirRange() throws IOException {
    var dataset =
        new Paired(
            Direction.AtoB,
            0,
            ImmutableList.of(-1000.0, 1000.0),
            BadImage.FAIL,
            PixelSettings.USUAL);
    Files.createDirectory(folder.resolve("train"));
    Files.move(
        write(2, 32, 3, TiffBytes.samples(8).putFloat(-1000).putFloat(1000)),
        folder.resolve("train/a.tif"));
    var opened = DataSource.folder(folder).open(dataset);

    assertThat(opened.checksum("train").value()).hasSize(64);
    assertThat(opened.split("train").read(0).target().at(0, 0, 0)).isEqualTo(1);
  }

  @Test
  void aRangeIsTwoNumbersTheLowerOneFirst() {
    assertThat(new SampleRange(0, 4095)).hasToString("[0, 4095]");
    assertThatThrownBy(() -> new SampleRange(1, 1)).hasMessageContaining("the lower one first");
  }

  private Path write(int width, int bits, int format, ByteBuffer samples) {
    try {
      return Files.write(
          folder.resolve("a.tif"), TiffBytes.of(width, bits, format, samples, Map.of()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Image read(Path file, double low, double high) {
    return ImageFiles.read(file, ReadOptions.rgb(Optional.of(new SampleRange(low, high))));
  }

  private static DecodedPicture decoded(Path file, Optional<SampleRange> range) {
    var contents = MoreFiles.asByteSource(file);
    return new PictureFile(file.toString(), contents, ReadOptions.rgb(range)).decode();
  }

  private static float[] red(Image image) {
    var values = new float[image.width()];
    for (int x = 0; x < values.length; x++) {
      values[x] = image.at(0, x, 0);
      assertThat(image.at(0, x, 2)).isEqualTo(values[x]);
    }
    return values;
  }

  private static void refuses(Path file, String words) {
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words);
  }
}
