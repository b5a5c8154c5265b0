package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import com.google.common.primitives.Ints;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * The classes of label maps, and the colors that stand for them.
 *
 * @param entries in the order of their index; at least one, at most 256
 * @param unlabeled what the index 255 stands for, where it is no class but has a line of its own
 */
public record Palette(ImmutableList<Entry> entries, Optional<Entry> unlabeled) {
  /** The index of pixels that belong to no class, as VOC and Cityscapes have it. */
  public static final int VOID = 255;

  /** The color in which VOC shows such pixels. */
  private static final InputFile FILE = new InputFile("a palette", InputFile.WRITTEN_BY_HAND);

  private static final int VOC_VOID = 0xe0e0c0;

  private static final ImmutableSet<String> NAMES_OF_VOID =
      ImmutableSet.of("void", "unlabeled", "unlabelled", "ignore", "ignored");

  private static final ImmutableList<String> HEADER =
      ImmutableList.of("index", "class", "red", "green", "blue");
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvReadFeature.WRAP_AS_ARRAY)
          .enable(CsvReadFeature.SKIP_EMPTY_LINES)
          .enable(CsvReadFeature.TRIM_SPACES)
          .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
          .build();
  private static final CsvSchema ROWS = CsvSchema.emptySchema().withLineSeparator("\n");
  private static final int MOST = 256;

  /** A palette in which every index is a class. */
  public Palette(ImmutableList<Entry> entries) {
    this(entries, Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if there are none or too many entries
   */
  public Palette {
    checkArgument(
        !entries.isEmpty() && entries.size() <= MOST,
        "a palette has 1 to 256 classes, not %s",
        entries.size());
  }

  /**
   * Reads a file such as
   *
   * <pre>{@code
   * index,class,red,green,blue
   * 0,sky,128,128,128
   * 1,building,128,0,0
   * }</pre>
   *
   * A last line may name what 255 stands for, as in {@code 255,void,0,0,0}.
   *
   * @throws InvalidInputException if it is missing, has no classes, or a line is not of that form
   */
  public static Palette read(Path file) {
    return read(MoreFiles.asByteSource(FILE.checkIfPresent(file)), file.toString());
  }

  /**
   * Reads the contents of such a file.
   *
   * @param file for messages
   * @throws InvalidInputException if it is missing, has no classes, or a line is not of that form
   */
  public static Palette read(ByteSource contents, String file) {
    var rows = rows(contents, file);
    if (rows.size() < 2 || rows.size() > MOST + 1 || !rows.get(0).equals(HEADER)) {
      throw new InvalidInputException(
          "%s: must be the line \"%s\" and a line for each of 1 to 256 classes"
              .formatted(file, String.join(",", HEADER)));
    }
    var entries = ImmutableList.<Entry>builder();
    int last = rows.size() - 2;
    var unlabeled = last > 0 && last < VOID ? entry(rows.get(last + 1), VOID) : NO_ENTRY;
    for (int index = 0; index <= (unlabeled.isPresent() ? last - 1 : last); index++) {
      var row = rows.get(index + 1);
      var line = String.join(",", row);
      entries.add(
          entry(row, index)
              .orElseThrow(() -> new InvalidInputException(file + ": \"" + line + MEANT)));
    }
    return new Palette(entries.build(), unlabeled);
  }

  private static final Optional<Entry> NO_ENTRY = Optional.empty();

  private static final String MEANT =
      "\" must be an index (counted from 0), a class, and red, green and blue from 0 to 255; for"
          + " example 0,sky,128,128,128";

  private static List<ImmutableList<String>> rows(ByteSource contents, String file) {
    try (var rows =
        CSV.readerFor(String[].class).<String[]>readValues(text(FILE.bounded(contents, file)))) {
      return Streams.stream(rows).map(ImmutableList::copyOf).toList();
    } catch (IOException | JacksonException e) {
      throw new InvalidInputException(
          "%s: cannot be read (%s); give a palette with the line %s"
              .formatted(file, e, String.join(",", HEADER)),
          e);
    }
  }

  /** Strict: bytes that are not UTF-8 are refused. */
  private static String text(ByteSource contents) throws IOException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(contents.read())).toString();
  }

  private static Optional<Entry> entry(List<String> fields, int expected) {
    if (fields.size() != 5 || !fields.get(0).equals(Integer.toString(expected))) {
      return Optional.empty();
    }
    int rgb = 0;
    for (var field : fields.subList(2, 5)) {
      var part = Ints.tryParse(field);
      if (part == null || part < 0 || part > 255) {
        return Optional.empty();
      }
      rgb = rgb << 8 | part;
    }
    return Optional.of(new Entry(fields.get(1), rgb));
  }

  /** The contents of a file that {@link #read} reads. */
  public String text() {
    var rows = ImmutableList.<List<?>>builder().add(HEADER);
    for (int index = 0; index < entries.size(); index++) {
      rows.add(row(index, entries.get(index)));
    }
    unlabeled.ifPresent(entry -> rows.add(row(VOID, entry)));
    return CSV.writer(ROWS).writeValueAsString(rows.build());
  }

  private static ImmutableList<Object> row(int index, Entry entry) {
    int rgb = entry.rgb();
    return ImmutableList.of(index, entry.name(), rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** Whether a number in a map of indices is one of these classes, or stands for none of them. */
  public boolean hasIndex(int index) {
    return (index >= 0 && index < entries.size()) || index == VOID;
  }

  /**
   * The color of an index that {@link #hasIndex}: 255 has that of its line, else that of the class
   * that is called void, else light gray.
   *
   * @return {@code 0xrrggbb}
   */
  public int color(int index) {
    return index < entries.size() ? entries.get(index).rgb() : voidColor();
  }

  private int voidColor() {
    var called = voidClass();
    return called.isPresent()
        ? entries.get(called.getAsInt()).rgb()
        : unlabeled.map(Entry::rgb).orElse(VOC_VOID);
  }

  /**
   * The index of the class that is called void or unlabeled: it is none. Empty if there is no such
   * class, or 255 has a line of its own.
   */
  public OptionalInt voidClass() {
    return IntStream.range(0, unlabeled.isPresent() ? 0 : entries.size())
        .filter(index -> NAMES_OF_VOID.contains(Ascii.toLowerCase(entries.get(index).name())))
        .findFirst();
  }

  /**
   * Whether a pixel has the color of 255, and that of no class.
   *
   * @param rgb {@code 0xrrggbb}
   */
  public boolean isVoid(int rgb) {
    return rgb == voidColor() && entries.stream().noneMatch(entry -> entry.rgb() == rgb);
  }

  /** The number of classes. */
  public int size() {
    return entries.size();
  }

  /**
   * The class of each pixel: the one whose color is nearest, by the squared differences of red,
   * green and blue; the first of several. Label maps that were stored as JPEG or made by a network
   * have colors in between.
   *
   * @param image of 3 channels, in {@code [-1, 1]}
   * @return {@code [h, w]} row by row, indices of {@link #entries}
   * @throws IllegalArgumentException if the image has another number of channels
   */
  public int[] nearest(Image image) {
    checkArgument(
        image.channels() == 3, "labels are colors of 3 channels, not %s", image.channels());
    var values = image.toArray();
    var classes = new int[image.height() * image.width()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = nearest(values, 3 * i);
    }
    return classes;
  }

  /**
   * How far the colors of an image are from those of the palette.
   *
   * @param image of 3 channels, in {@code [-1, 1]}
   * @return the mean over pixels of the Euclidean distance to the nearest color, on the scale of 0
   *     to 255
   * @throws IllegalArgumentException if the image has another number of channels
   */
  public double distance(Image image) {
    var classes = nearest(image);
    var values = image.toArray();
    double sum = 0;
    for (int i = 0; i < classes.length; i++) {
      sum += isVoid(rgb(values, 3 * i)) ? 0 : distance(entries.get(classes[i]), values, 3 * i);
    }
    return sum / classes.length;
  }

  private static double distance(Entry entry, float[] values, int at) {
    return Math.sqrt(entry.squaredDistance(values, at));
  }

  private static int rgb(float[] values, int at) {
    return part(values[at]) << 16 | part(values[at + 1]) << 8 | part(values[at + 2]);
  }

  private static int part(float value) {
    return Math.round((value + 1) * 127.5f);
  }

  private int nearest(float[] values, int at) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < entries.size(); i++) {
      double distance = entries.get(i).squaredDistance(values, at);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * A class and its color.
   *
   * @param name for example {@code sky}
   * @param rgb its color, {@code 0xrrggbb}
   */
  public record Entry(String name, int rgb) {
    private double squaredDistance(float[] values, int at) {
      double red = (values[at] + 1) * 127.5 - (rgb >> 16 & 0xff);
      double green = (values[at + 1] + 1) * 127.5 - (rgb >> 8 & 0xff);
      double blue = (values[at + 2] + 1) * 127.5 - (rgb & 0xff);
      return red * red + green * green + blue * blue;
    }
  }
}
