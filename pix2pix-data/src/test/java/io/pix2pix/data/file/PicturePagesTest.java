package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.pixels.ChannelChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturePagesTest {
  private static final ReadOptions ALL = new ReadOptions(ChannelChoice.ALL, Optional.empty());

  @TempDir Path folder;

  /** A TIFF of one pixel, whose pages have the given types of {@link BufferedImage}. */
  private Path pages(String compression, int... types) throws IOException {
    var file = folder.resolve("pages.tif");
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionType(compression);
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < types.length; page++) {
        var picture = new BufferedImage(1, 1, types[page]);
        picture.getRaster().setSample(0, 0, 0, 51 * page);
        writer.writeToSequence(new IIOImage(picture, null, null), settings);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  @Test
  void pagesAreChannelsWhereAllAreRead() throws IOException {
    var file =
        pages(
            "LZW",
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_GRAY);

    assertThat(ImageFiles.read(file, ALL).toArray())
        .containsExactly(-1, 51 / 127.5f - 1, 102 / 127.5f - 1);
    assertThat(ImageFiles.read(file).toArray()).containsExactly(-1, -1, -1);
  }

  @Test
  void pagesOfSeveralKindsAreNoChannelsOfOnePicture() throws IOException {
    var file = pages("Deflate", BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR);

    assertThatThrownBy(() -> ImageFiles.read(file, ALL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            file
                + ": page 2 has 8-bit unsigned whole numbers, 3 a pixel, colors, but the first has"
                + " 8-bit unsigned whole numbers, one a pixel, no colors; pages that are read as"
                + " channels must be stored alike");

    var deeper = pages("Deflate", BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY);

    assertThatThrownBy(() -> ImageFiles.read(deeper, ALL))
        .hasMessageContaining(": page 2 has 16-bit unsigned whole numbers");
    assertThat(ImageFiles.read(deeper).channels()).isEqualTo(3);
  }
}
