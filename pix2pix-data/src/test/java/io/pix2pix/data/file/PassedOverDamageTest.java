package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.ByteSource;
import com.google.common.primitives.Bytes;
import com.sun.management.ThreadMXBean;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.pixels.ChannelChoice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassedOverDamageTest {
  private static final byte[] ROW = {0, 51, (byte) 255, 7, 8, 9};

  @TempDir Path folder;

  /** Rows begin at byte 49: behind the heads of two chunks, and of what is not compressed. */
  @ParameterizedTest
  @ValueSource(ints = {28, 49, 52, 54})
  void aFlippedBitIsNoticedInWhateverReadsPictures(int at) throws IOException {
    var bytes = PngBytes.of(2, 8, PngBytes.RGB, ROW);
    bytes[at] ^= 16;
    var file = Files.write(folder.resolve("a.png"), bytes);

    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.png: the image is damaged");
    assertThatThrownBy(() -> StoredPicture.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.png: the image is damaged");
  }

  @Test
  void damageThatNoPixelNeedsDoesNoHarm() throws IOException {
    var text = PngBytes.chunk("tEXt", new byte[] {'a', 0, 'b'});
    text[text.length - 1] ^= 1;

    var file = decoded(PngBytes.of(2, 8, PngBytes.RGB, ROW, text));

    assertThat(file.image().at(0, 0, 1)).isEqualTo(51 / 127.5f - 1);
    assertThat(file.notes()).isEmpty();
  }

  /** A gigabyte of text packs to one megabyte. */
  @ParameterizedTest
  @CsvSource({"zTXt, 0", "iTXt, 0", "zTXt, 20000", "iTXt, 20000"})
  void packedTextIsNeverUnpacked(String name, int chunksBefore) throws IOException {
    var before = Collections.nCopies(chunksBefore, PngBytes.chunk("abCd", new byte[0]));
    var chunks = new ArrayList<byte[]>(before);
    chunks.add(PngBytes.chunk("\0\0\0\0", new byte[0]));
    chunks.add(PngBytes.chunk(name, text(name)));
    var bytes = PngBytes.of(2, 8, PngBytes.RGB, ROW, Bytes.concat(chunks.toArray(byte[][]::new)));
    long unused = allocated();

    var picture = decoded(bytes);

    assertThat(allocated() - unused).isLessThan(200L << 20);
    assertThat(picture.image().at(0, 0, 1)).isEqualTo(51 / 127.5f - 1);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static byte[] text(String name) throws IOException {
    var chunk = new ByteArrayOutputStream();
    chunk.write(name.equals("zTXt") ? new byte[] {'a', 0, 0} : new byte[] {'a', 0, 1, 0, 0, 0});
    try (var packing = new DeflaterOutputStream(chunk)) {
      for (int i = 0; i < 1024; i++) {
        packing.write(new byte[1 << 20]);
      }
    }
    return chunk.toByteArray();
  }

  /** Readers come to no checksum: they stop at the last pixel. */
  @Test
  void everyFlippedBitOfDeflateInATiffIsNoticedOrDoesNoHarm() throws IOException {
    var bytes = deflated();
    var expected = new PictureFile("a.tif", ByteSource.wrap(bytes)).decode().image();
    var strips = strips(bytes);
    int noticed = 0;
    for (int at = 0; at < strips.bytes(0); at++) {
      var damaged = bytes.clone();
      damaged[(int) strips.offset(0) + at] ^= 4;
      try {
        assertThat(new PictureFile("a.tif", ByteSource.wrap(damaged)).decode().image())
            .as("byte %d", at)
            .isEqualTo(expected);
      } catch (InvalidInputException e) {
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan((int) strips.bytes(0) * 9 / 10);
  }

  private byte[] deflated() throws IOException {
    var picture = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      picture.getRaster().setSample(i % 16, i / 16, 0, i * i * 7 % 256);
    }
    var file = folder.resolve("a.tif");
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionType("Deflate");
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return Files.readAllBytes(file);
  }

  private static TiffStrips strips(byte[] tiff) throws IOException {
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff))) {
      return TiffStrips.of(((CompoundDirectory) new TIFFReader().read(stream)).getDirectory(0));
    }
  }

  @Test
  void aDamagedProfileIsIgnoredAndThatIsSaid() {
    var profile = PngBytes.stored("not a profile at all".getBytes(StandardCharsets.US_ASCII));
    var chunk = PngBytes.chunk("iCCP", Bytes.concat(new byte[] {'n', 0, 0}, profile));

    var file = decoded(PngBytes.of(2, 8, PngBytes.RGB, ROW, chunk));

    assertThat(file.image().at(0, 0, 1)).isEqualTo(51 / 127.5f - 1);
    assertThat(file.notes()).containsExactly("has a damaged color profile, which is ignored");
  }

  @Test
  void theFirstOfMovingPicturesIsReadAndThatIsSaid() {
    var control = PngBytes.chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});

    var file = decoded(PngBytes.of(2, 8, PngBytes.RGB, ROW, control));

    assertThat(file.notes()).containsExactly("is animated, of which the first picture is read");
  }

  @Test
  void transparencyOfATableOfColorsIsLeftOutAndThatIsSaid() {
    var colors = PngBytes.chunk("PLTE", new byte[] {0, 51, 102, (byte) 255, 0, 51});
    var clear = PngBytes.chunk("tRNS", new byte[] {0});

    var file = decoded(PngBytes.of(2, 8, PngBytes.PALETTE, new byte[] {1, 0}, colors, clear));

    assertThat(file.image().toArray())
        .containsExactly(1, -1, 51 / 127.5f - 1, -1, 51 / 127.5f - 1, 102 / 127.5f - 1);
    assertThat(file.notes())
        .containsExactly("has transparency, which is left out; channels: rgba keeps it");
  }

  /** Such a head cost more than the orientation once: depth, channels and the range. */
  @Test
  void damagedExifCostsTheOrientationAlone() throws IOException {
    var exif = PngBytes.chunk("eXIf", new byte[] {'M', 'M', 0, 42, -1, -1, -1, -1});
    var file =
        Files.write(
            folder.resolve("a.png"),
            PngBytes.of(2, 16, PngBytes.GRAY, new byte[] {0, 50, 0, 100}, exif));
    var range = Optional.of(new SampleRange(0, 100));

    assertThat(ImageFiles.read(file, new ReadOptions(ChannelChoice.AUTO, range)).toArray())
        .containsExactly(0, 1);
  }

  private static DecodedPicture decoded(byte[] bytes) {
    return new PictureFile("a.png", ByteSource.wrap(bytes)).decode();
  }
}
