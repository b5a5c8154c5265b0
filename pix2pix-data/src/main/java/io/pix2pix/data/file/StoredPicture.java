package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javax.imageio.ImageReader;

/**
 * A picture with the numbers that its file holds: as many channels, of the same depth, and indices
 * as indices. For those who write pictures again without losing anything.
 *
 * @param samples {@code [h, w, c]}, upright, where -1 is the number 0, and 1 the greatest of the
 *     depth
 * @param bits of each number, 8 or 16
 * @param table of colors, where numbers are indices of it
 */
public record StoredPicture(Image samples, int bits, Optional<IndexColorModel> table) {

  /**
   * Reads a picture of whole numbers of up to 16 bits. One in colors of another kind than gray and
   * RGB is converted to RGB of 8 bits.
   *
   * @throws InvalidInputException if it cannot be read, or has other numbers
   */
  public static StoredPicture read(Path file) {
    var reader = new PictureReader(file.toString(), MoreFiles.asByteSource(file));
    var tags = reader.tags();
    if (!tags.samples().hasRange()) {
      throw new InvalidInputException(
          "%s: has %s; unsigned whole numbers of 8 or 16 bits can be taken"
              .formatted(file, tags.samples().words()));
    }
    var stored =
        reader.ask(
            tags,
            opened ->
                PictureMemory.within(
                    file.toString(),
                    new ImageShape(opened.getHeight(0), opened.getWidth(0), 3),
                    tags.bytesOfPixel(),
                    () -> complete(reader, opened, tags)));
    return stored
        .map(found -> found.with(tags.orientation().of(found.samples)))
        .orElseGet(() -> new StoredPicture(ImageFiles.read(file), 8, Optional.empty()));
  }

  /** Readers of JPEG only warn where the data ends too early, and make the rest up in gray. */
  private static Optional<StoredPicture> complete(
      PictureReader file, ImageReader reader, PictureTags tags) throws IOException {
    PassedOverDamage.check(file.contents(), reader, tags, 1, new ArrayList<>());
    var warnings = new ArrayList<String>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(Ascii.toLowerCase(warning)));
    var picture = of(reader.read(0));
    if (warnings.stream()
        .anyMatch(it -> it.contains("premature end") || it.contains("truncated"))) {
      throw new InvalidInputException(
          file.path() + ": the image data ends too early; copy the file again, or remove it");
    }
    return picture;
  }

  private static Optional<StoredPicture> of(BufferedImage picture) {
    if (picture.getColorModel() instanceof IndexColorModel table) {
      return Optional.of(new StoredPicture(samples(picture.getRaster(), 8), 8, Optional.of(table)));
    }
    int type = picture.getColorModel().getColorSpace().getType();
    int bits = picture.getSampleModel().getSampleSize(0) > 8 ? 16 : 8;
    boolean isKnown = type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY;
    return isKnown
        ? Optional.of(new StoredPicture(samples(picture.getRaster(), bits), bits, Optional.empty()))
        : Optional.empty();
  }

  private static Image samples(Raster raster, int bits) {
    var shape = new ImageShape(raster.getHeight(), raster.getWidth(), raster.getNumBands());
    var values = new float[shape.size()];
    double half = greatest(bits) / 2.0;
    int row = shape.width() * shape.channels();
    double[] numbers = new double[row];
    for (int y = 0; y < shape.height(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, shape.width(), 1, numbers);
      for (int i = 0; i < row; i++) {
        values[y * row + i] = (float) (numbers[i] / half - 1);
      }
    }
    return Image.owning(shape, values);
  }

  private static int greatest(int bits) {
    return (1 << bits) - 1;
  }

  /** The number at a place. */
  public int number(int y, int x, int channel) {
    double value = Math.max(-1, Math.min(1, samples.at(y, x, channel)));
    return (int) Math.round((value + 1) * greatest(bits) / 2);
  }

  /** Other samples of the same kind. */
  public StoredPicture with(Image changed) {
    return new StoredPicture(changed, bits, table);
  }

  /**
   * The same in RGB, where numbers are indices of a table of colors; without what is transparent.
   */
  public StoredPicture withoutTable() {
    return table.map(this::colored).orElse(this);
  }

  private StoredPicture colored(IndexColorModel colors) {
    var shape = samples.shape().withChannels(3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i += 3) {
      int rgb = colors.getRGB(number(i / 3 / shape.width(), i / 3 % shape.width(), 0));
      values[i] = (rgb >> 16 & 0xff) / 127.5f - 1;
      values[i + 1] = (rgb >> 8 & 0xff) / 127.5f - 1;
      values[i + 2] = (rgb & 0xff) / 127.5f - 1;
    }
    return new StoredPicture(Image.owning(shape, values), 8, Optional.empty());
  }

  /**
   * Writes it as PNG, which loses nothing. The file appears at once and complete, or not at all.
   *
   * @param file in a folder that exists
   * @throws InvalidInputException if it cannot be written
   */
  public void write(Path file) {
    StoredPictureWriter.write(file, this);
  }

  /**
   * The bits of each number, from the head of a file.
   *
   * @throws InvalidInputException if there is no such file, or nobody may read it
   */
  public static int bits(Path file) {
    return new PictureReader(file.toString(), MoreFiles.asByteSource(file)).tags().samples().bits();
  }
}
