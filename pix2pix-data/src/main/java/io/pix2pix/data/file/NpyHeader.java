package io.pix2pix.data.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The head of a NumPy file, which its values follow.
 *
 * @param samples what its numbers are
 * @param truth whether they are true or false, and so white or black
 * @param order of the bytes of a number
 * @param columnsFirst whether the first index runs fastest (Fortran), rather than the last one
 * @param height of the array: its first length
 * @param width of the array: its second length
 * @param channels its third length; 1 if it has two
 */
record NpyHeader(
    SampleFormat samples,
    boolean truth,
    ByteOrder order,
    boolean columnsFirst,
    int height,
    int width,
    int channels) {
  private static final int MAGIC = 6;
  private static final int LONGEST = 1 << 16;
  private static final int MOST_CHANNELS = 1024;
  private static final ImmutableMap<String, SampleFormat.Kind> KINDS =
      ImmutableMap.of(
          "u", SampleFormat.Kind.UNSIGNED,
          "b", SampleFormat.Kind.UNSIGNED,
          "i", SampleFormat.Kind.SIGNED,
          "f", SampleFormat.Kind.FLOAT);
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z])(\\d+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\sL]*)\\)");

  /** Whether a file begins as such files do. */
  static boolean begins(String start) {
    return start.startsWith("\u0093NUMPY");
  }

  /** Reads it from the beginning of a file, and leaves the stream where values begin. */
  static NpyHeader read(ImageInputStream stream) throws IOException {
    stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    stream.seek(MAGIC);
    int major = stream.readUnsignedByte();
    stream.readUnsignedByte();
    long length = major == 1 ? stream.readUnsignedShort() : stream.readUnsignedInt();
    if (length > LONGEST) {
      throw new IIOException("the head of the array is " + length + " bytes long");
    }
    var head = new byte[(int) length];
    stream.readFully(head);
    return of(new String(head, ISO_8859_1));
  }

  private static NpyHeader of(String head) throws IIOException {
    var type = TYPE.matcher(head);
    if (!type.find() || !KINDS.containsKey(type.group(2)) || bits(type) > 64) {
      throw new IIOException(
          SampleReader.REFUSED
              + "is an array of "
              + (head.contains("'|O'") ? "pickled Python objects" : "numbers of another type")
              + "; whole numbers and floats are read, such as uint8, uint16 and float32");
    }
    var kind = Optional.ofNullable(KINDS.get(type.group(2))).orElseThrow();
    var lengths = lengths(head);
    return new NpyHeader(
        new SampleFormat(kind, bits(type)),
        type.group(2).equals("b"),
        type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        find(ORDER, head).equals("True"),
        lengths[0],
        lengths[1],
        lengths.length == 3 ? lengths[2] : 1);
  }

  private static int bits(Matcher type) {
    return 8 * Integer.parseInt(type.group(3));
  }

  private static int[] lengths(String head) throws IIOException {
    var lengths =
        Arrays.stream(find(SHAPE, head).replace("L", "").split(","))
            .map(String::strip)
            .filter(length -> !length.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    boolean channelsFirst =
        lengths.length == 3 && lengths[0] <= 4 && lengths[2] > MOST_CHANNELS / 16;
    if (lengths.length < 2
        || lengths.length > 3
        || channelsFirst
        || last(lengths) < 1
        || last(lengths) > MOST_CHANNELS) {
      throw new IIOException(
          (SampleReader.REFUSED
                  + "is an array of shape (%s); it must be [h, w] or [h, w, channels]%s")
              .formatted(
                  find(SHAPE, head),
                  channelsFirst ? ": numpy.moveaxis(array, 0, -1) makes it so" : ""));
    }
    return lengths;
  }

  private static int last(int[] lengths) {
    return lengths.length == 3 ? lengths[2] : 1;
  }

  private static String find(Pattern what, String head) throws IIOException {
    var found = what.matcher(head);
    if (!found.find()) {
      throw new IIOException("the head of the array is damaged: " + head.strip());
    }
    return found.group(1);
  }

  /** How many numbers follow. */
  long size() {
    return (long) height * width * channels;
  }

  /** Where a number of the file stands in an array of rows, columns and channels. */
  int place(int number) {
    if (!columnsFirst) {
      return number;
    }
    int y = number % height;
    int x = number / height % width;
    return (y * width + x) * channels + number / height / width;
  }
}
