package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteSource;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class OrdinaryJpegTest {
  private final BufferedImage ramp = Pixels.toPicture(Pictures.ramp(37, 50));

  @Test
  void givesThePixelsOfJavasReader() throws IOException {
    var file = encoded(ramp, "jpg");

    var expected = new PictureFile("a.jpg", ByteSource.wrap(file)).decode().image();

    assertThat(OrdinaryJpeg.decode(file)).contains(expected);
  }

  @Test
  void leavesGrayPicturesToJavasReader() throws IOException {
    var gray = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);

    assertThat(OrdinaryJpeg.decode(encoded(gray, "jpg"))).isEmpty();
  }

  @Test
  void leavesOtherFormatsToJavasReader() throws IOException {
    assertThat(OrdinaryJpeg.decode(encoded(ramp, "png"))).isEmpty();
    assertThat(OrdinaryJpeg.decode(new byte[0])).isEmpty();
  }

  @Test
  void leavesFilesThatAreCutInTheirHeadToJavasReader() throws IOException {
    var file = encoded(ramp, "jpg");

    for (int length : new int[] {3, 10, 21, 100, 300}) {
      assertThat(OrdinaryJpeg.decode(Arrays.copyOf(file, length))).isEmpty();
    }
  }

  @Test
  void leavesPicturesWithAColorProfileToJavasReader() throws IOException {
    var file = encoded(ramp, "jpg");
    var profile = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    var with = new ByteArrayOutputStream();
    with.write(file, 0, 2);
    with.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe2, 0, (byte) (profile.length + 2)});
    with.writeBytes(profile);
    with.write(file, 2, file.length - 2);

    assertThat(OrdinaryJpeg.decode(with.toByteArray())).isEmpty();
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, bytes)).isTrue();
    return bytes.toByteArray();
  }
}
