package io.pix2pix.data.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.pixels.ChannelChoice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are a head and numbers: NumPy arrays, PNM, and TIFF of any number of channels. */
class SampleFilesTest {
  private static final Optional<SampleRange> TO_ONE = Optional.of(new SampleRange(0, 1));

  @TempDir Path folder;

  @Test
  void readsArraysOfBytesAsPictures() throws IOException {
    var file = npy("|u1", "False", "(1, 3)", bytes(0, 51, 255));

    assertThat(read(file, Optional.empty()).toArray()).containsExactly(-1, 51 / 127.5f - 1, 1);
    assertThat(ImageFiles.read(file).channels()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"<u2, LITTLE_ENDIAN", ">u2, BIG_ENDIAN"})
  void readsBothOrdersOfBytes(String type, String order) throws IOException {
    var numbers =
        ByteBuffer.allocate(4).order(order(order)).putShort((short) 13107).putShort((short) -1);

    assertThat(read(npy(type, "False", "(1, 2)", numbers.array()), Optional.empty()).toArray())
        .containsExactly(0.4f - 1, 1);
  }

  private static ByteOrder order(String name) {
    return name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** The first index runs fastest: rows (0, 1), (2, 3) lie as 0, 2, 1, 3. */
  @Test
  void readsFortranOrder() throws IOException {
    var file = npy("|u1", "True", "(2, 2)", bytes(0, 102, 51, 153));

    assertThat(levels(read(file, Optional.empty()))).containsExactly(0, 51, 102, 153);
  }

  @Test
  void readsFloatsWithTheirRangeAndAnyNumberOfChannels() throws IOException {
    var numbers = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putDouble(0.25).putDouble(1);
    var file = npy("<f8", "False", "(1, 1, 2)", numbers.array());

    assertThat(read(file, TO_ONE).toArray()).containsExactly(-0.5f, 1);
    assertThatThrownBy(() -> read(file, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("64-bit floating-point numbers, of which nothing says");
  }

  /** 0x3800 is 2^-1, 0x0001 is 2^-24, 0xc000 is -2. */
  @Test
  void readsFloatsOf16Bits() {
    assertThat(NpyReader.half(0x3800)).isEqualTo(0.5);
    assertThat(NpyReader.half(0x0001)).isEqualTo(Math.pow(2, -24));
    assertThat(NpyReader.half(0xc000)).isEqualTo(-2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|O; (1, 1); is an array of pickled Python objects",
        "|u1; (9,); is an array of shape (9,); it must be [h, w] or [h, w, channels]",
        "|u1; (3, 128, 128); numpy.moveaxis(array, 0, -1)"
      })
  void refusesOtherArraysByName(String type, String shape, String words) throws IOException {
    var file = npy(type, "False", shape, bytes(0));

    assertThatThrownBy(() -> read(file, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words);
  }

  @Test
  void refusesArraysThatAreCutBeforeItTakesMemory() throws IOException {
    var file = npy("|u1", "False", "(20000, 20000)", bytes(0));

    assertThatThrownBy(() -> read(file, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.npy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P2\n# made by hand\n3 1\n100\n0 20 100\n", "P2 3 1 255 0 51 255"})
  void readsPnmAsText(String text) throws IOException {
    var file = Files.writeString(folder.resolve("a.pgm"), text);

    assertThat(levels(read(file, Optional.empty()))).containsExactly(0, 51, 255);
  }

  /** The digits of a comment are no pixels. */
  @ParameterizedTest
  @ValueSource(strings = {"P1\n2 2\n1 0 # 1 1\n0 1\n", "P1 2 2 1001"})
  void readsBitmapsAsText(String text) throws IOException {
    var file = Files.writeString(folder.resolve("a.pbm"), text);

    assertThat(levels(read(file, Optional.empty()))).containsExactly(0, 255, 255, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P2 2 1 100 7 101", "P2 2 1 100 7 -1", "P1 2 1 1 2", "P2 2 1 100 7"})
  void refusesPnmWithOtherNumbersThanItsHeadAllows(String text) throws IOException {
    var file = Files.writeString(folder.resolve("a.pgm"), text);

    assertThatThrownBy(() -> read(file, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.pgm: the image is damaged or cut short");
  }

  @Test
  void readsPnmOf16BitsWithTheGreatestFirst() throws IOException {
    var file = folder.resolve("a.ppm");
    Files.write(file, "P6 1 1 65535\n\u00ff\u00ff33\0\0".getBytes(ISO_8859_1));

    assertThat(read(file, Optional.empty()).toArray())
        .containsExactly(new float[] {1, 0.4f - 1, -1}, within(1e-6f));
  }

  /** Ones are black; rows begin at whole bytes. */
  @Test
  void readsBitmaps() throws IOException {
    var file = folder.resolve("a.pbm");
    Files.write(file, "P4 2 2\n\u0080@".getBytes(ISO_8859_1));

    assertThat(levels(read(file, Optional.empty()))).containsExactly(0, 255, 255, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "a.npy, FLOATS, 5", "a.tif, FLOATS, 5", "a.npy, SHORTS, 2", "a.tif, SHORTS, 3",
    "a.png, SHORTS, 4", "a.png, SHORTS, 3", "a.png, SHORTS, 1", "a.png, BYTES, 4"
  })
  void readsWhatItWroteInItsRange(String name, Depth depth, int channels) {
    var shape = new ImageShape(2, 3, channels);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2f * i / (values.length - 1) - 1;
    }
    var range =
        depth == Depth.BYTES
            ? Optional.<SampleRange>empty()
            : Optional.of(new SampleRange(0, 4095));

    ImageFiles.write(folder.resolve(name), Image.of(shape, values), new WriteOptions(depth, range));

    var read = ImageFiles.read(folder.resolve(name), new ReadOptions(ChannelChoice.ALL, range));
    assertThat(read.shape()).isEqualTo(shape);
    assertThat(read.toArray())
        .containsExactly(values, within(depth == Depth.BYTES ? 0.004f : 0.00025f));
  }

  @Test
  void saysWhatAFormatCannotHold() {
    var image = Image.of(new ImageShape(1, 1, 5), new float[5]);

    assertThatThrownBy(() -> ImageFiles.write(folder.resolve("a.png"), image))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.png: PNG cannot hold 5 channels; write a .tif or .npy file");
  }

  /** 256 clears, 65 is a byte, and nothing stands for 400: nine bits each. */
  @Test
  void noticesCodesOfLzwThatNothingStandsFor() throws IOException {
    var file = lzw(0b10000000, 0b00010000, 0b01110010, 0);

    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("its LZW data holds a code that nothing stands for");
  }

  /** 256 clears, 65 and 66 are bytes, 257 is the end; 258 would stand for 65 twice. */
  @Test
  void noticesCodesOfLzwThatStandForOtherLengths() throws IOException {
    var whole = lzw(0b10000000, 0b00010000, 0b01001000, 0b01010000, 0b00010000);
    assertThat(levels(read(whole, Optional.empty()))).containsExactly(65, 66);

    var file = lzw(0b10000000, 0b00010000, 0b01100000, 0b01010000, 0b00010000);
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("its part 0 unpacks to 3 bytes, not 2");
  }

  /** A TIFF of two pixels. */
  private Path lzw(int... codes) throws IOException {
    var tiff =
        ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I');
    tiff.putShort((short) 42).putInt(16).put(bytes(codes)).position(16);
    int[][] tags = {
      {256, 2},
      {257, 1},
      {258, 8},
      {259, 5},
      {262, 1},
      {273, 8},
      {277, 1},
      {278, 1},
      {279, codes.length}
    };
    tiff.putShort((short) tags.length);
    for (var tag : tags) {
      tiff.putShort((short) tag[0]).putShort((short) 3).putInt(1).putInt(tag[1]);
    }
    return Files.write(folder.resolve("a.tif"), tiff.array());
  }

  private Path npy(String type, String fortran, String shape, byte[] numbers) throws IOException {
    var head =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n".formatted(type, fortran, shape);
    var start = "\u0093NUMPY\u0001\0" + (char) head.length() + "\0" + head;
    var file = folder.resolve("a.npy");
    Files.write(file, start.getBytes(ISO_8859_1));
    return Files.write(file, numbers, StandardOpenOption.APPEND);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static Image read(Path file, Optional<SampleRange> range) {
    return ImageFiles.read(file, new ReadOptions(ChannelChoice.AUTO, range));
  }

  private static int[] levels(Image image) {
    var levels = new int[image.shape().size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.round((image.toArray()[i] + 1) * 127.5f);
    }
    return levels;
  }
}
