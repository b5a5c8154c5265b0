package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngChunksTest {
  private static final int HEAD = 8;

  /** The end of a PNG file: a chunk of no bytes, with the checksum that the standard gives. */
  @Test
  void isTheChecksumOfTheStandard() {
    var bytes =
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0, 'I', 'E', 'N', 'D'};
    var end = Arrays.copyOf(bytes, bytes.length + 4);
    System.arraycopy(new byte[] {(byte) 0xae, 0x42, 0x60, (byte) 0x82}, 0, end, bytes.length, 4);
    assertThat(PngChunks.hold(end)).isTrue();

    end[end.length - 1]++;

    assertThat(PngChunks.hold(end)).isFalse();
  }

  @Test
  void everyBitOfNamesAndDataCounts() throws IOException {
    var whole = png();
    assertThat(PngChunks.hold(whole)).isTrue();
    for (int position = HEAD + 4; position < HEAD + 8 + 13 + 4; position++) {
      var damaged = whole.clone();
      damaged[position] ^= 1;

      assertThat(PngChunks.hold(damaged)).as("byte %s", position).isFalse();
    }
  }

  @Test
  void aWholeFileHasAnEndAndNothingElse(@TempDir Path folder) throws IOException {
    var file = folder.resolve("a.png");
    assertThat(PngChunks.areWhole(file)).isFalse();
    Files.write(file, png());
    assertThat(PngChunks.areWhole(file)).isTrue();

    Files.write(file, Arrays.copyOf(png(), 50));
    assertThat(PngChunks.areWhole(file)).isFalse();
    Files.write(file, new byte[0]);
    assertThat(PngChunks.areWhole(file)).isFalse();
  }

  @Test
  void leavesOtherFormatsAndCutFilesToDecoders() throws IOException {
    assertThat(PngChunks.hold(new byte[] {1, 2, 3})).isTrue();
    assertThat(PngChunks.hold(new byte[0])).isTrue();
    assertThat(PngChunks.hold(Arrays.copyOf(png(), 50))).isTrue();
  }

  private static byte[] png() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
