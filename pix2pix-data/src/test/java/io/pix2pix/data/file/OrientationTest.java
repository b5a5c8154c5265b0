package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  @TempDir Path folder;

  /** The rows 1 2 3 and 4 5 6, as the eight values of the tag show them. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, '1 2 3 4 5 6'",
    "2, 3, '3 2 1 6 5 4'",
    "3, 3, '6 5 4 3 2 1'",
    "4, 3, '4 5 6 1 2 3'",
    "5, 2, '1 4 2 5 3 6'",
    "6, 2, '4 1 5 2 6 3'",
    "7, 2, '6 3 5 2 4 1'",
    "8, 2, '3 6 2 5 1 4'",
    "9, 3, '1 2 3 4 5 6'"
  })
  void showsRowsAndColumnsAsTheTagSays(int tag, int width, String shown) {
    var stored = Image.of(new ImageShape(2, 3, 1), new float[] {1, 2, 3, 4, 5, 6});

    var image = Orientation.of(tag).of(stored);

    assertThat(image.width()).isEqualTo(width);
    assertThat(image.toArray())
        .containsExactly(
            Arrays.stream(shown.split(" ")).map(Float::parseFloat).toArray(Float[]::new));
  }

  @Test
  void isAppliedToEveryFormatThatCanHaveIt() throws IOException {
    var upright = Orientation.of(6).of(Pictures.ramp(4, 6));
    var png = Files.readAllBytes(Pictures.write(folder.resolve("a.png"), 4, 6));
    var chunk = chunk("eXIf", exif(6));
    var early =
        Bytes.concat(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
    var late =
        Bytes.concat(
            Arrays.copyOf(png, png.length - 12),
            chunk,
            Arrays.copyOfRange(png, png.length - 12, png.length));

    assertThat(read("b.png", early)).isEqualTo(upright);
    assertThat(read("c.png", late)).isEqualTo(upright);
    var tiff =
        TiffBytes.of(2, 8, 1, TiffBytes.samples(2).put((byte) 51).put((byte) 102), Map.of(274, 3));
    assertThat(read("d.tif", tiff).at(0, 0, 0)).isEqualTo(102 / 127.5f - 1);
    var jpeg = Files.readAllBytes(Pictures.write(folder.resolve("a.jpg"), 8, 16));
    var segment = Bytes.concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(6));
    var turned =
        Bytes.concat(
            Arrays.copyOf(jpeg, 2),
            new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (segment.length + 2)},
            segment,
            Arrays.copyOfRange(jpeg, 2, jpeg.length));
    assertThat(read("e.jpg", turned))
        .isEqualTo(Orientation.of(6).of(ImageFiles.read(folder.resolve("a.jpg"))));
  }

  private Image read(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    var image = ImageFiles.read(file);
    assertThat(ImageFiles.shape(file)).isEqualTo(image.shape());
    return image;
  }

  /** A directory with one entry: the orientation. */
  private static byte[] exif(int orientation) {
    return new byte[] {
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }

  private static byte[] chunk(String name, byte[] data) throws IOException {
    var named = Bytes.concat(name.getBytes(StandardCharsets.US_ASCII), data);
    var sum = new CRC32();
    sum.update(named);
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(data.length);
    out.write(named);
    out.writeInt((int) sum.getValue());
    return bytes.toByteArray();
  }
}
