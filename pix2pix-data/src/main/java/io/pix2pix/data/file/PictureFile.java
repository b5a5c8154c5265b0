package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.api.image.SampleRange;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import javax.imageio.ImageReader;

/**
 * A picture in the bytes of a file, which are read when they are needed.
 *
 * @param path of the file, for messages
 * @param contents of the file
 * @param range black and white of samples that are more than bytes, if somebody says them
 */
record PictureFile(String path, ByteSource contents, Optional<SampleRange> range) {

  /** A file whose samples have the range of their type. */
  PictureFile(String path, ByteSource contents) {
    this(path, contents, Optional.empty());
  }

  /** Height and width as the head of the file says, upright, and three channels. */
  ImageShape shape() {
    var file = new PictureReader(path, contents);
    var tags = file.tags();
    return file.ask(
        tags,
        reader -> {
          var stored = stored(reader);
          PictureMemory.check(path, stored, tags.bytesOfPixel());
          return tags.orientation().of(stored);
        });
  }

  /**
   * Whether the file has no end, but is of a format that has one. It may still be complete.
   *
   * @param size in bytes
   */
  boolean lacksItsEnd(long size) {
    try {
      return EndMarker.isMissing(contents, size);
    } catch (IOException e) {
      throw PictureReader.unreadable(path, e);
    }
  }

  /**
   * The picture.
   *
   * @throws InvalidInputException if the file is damaged, or a picture that cannot be read
   */
  DecodedPicture decode() {
    var notes = new LinkedHashSet<String>();
    var file = new PictureReader(path, contents);
    var tags = file.tags();
    var image = file.ask(tags, reader -> decoded(reader, tags, notes));
    return new DecodedPicture(tags.orientation().of(image), ImmutableList.copyOf(notes));
  }

  /**
   * The picture, with the indices of classes as gray values.
   *
   * @return empty if it has none: its numbers are no bytes or 16-bit ones, or are not kept exactly
   * @throws InvalidInputException if the file is damaged, or a picture that cannot be read
   */
  Optional<Image> decodeIndices(Palette palette) {
    var file = new PictureReader(path, contents);
    var tags = file.tags();
    if (tags.lossy() || !tags.samples().hasRange()) {
      return Optional.empty();
    }
    var map =
        file.ask(
            tags, reader -> within(reader, tags, () -> IndexPictures.of(reader.read(0), palette)));
    return map.map(tags.orientation()::of);
  }

  private Image decoded(ImageReader reader, PictureTags tags, Collection<String> notes)
      throws IOException {
    var warnings = new LinkedHashSet<String>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    notePages(reader, notes);
    var image = within(reader, tags, () -> image(reader, tags, notes));
    warnings.forEach(warning -> hear(warning, notes));
    return image;
  }

  private <T> T within(ImageReader reader, PictureTags tags, PictureMemory.Decoding<T> decoding)
      throws IOException {
    return PictureMemory.within(path, stored(reader), tags.bytesOfPixel(), decoding);
  }

  /** Height and width as they are stored, and three channels. */
  private ImageShape stored(ImageReader reader) throws IOException {
    int height = reader.getHeight(0);
    int width = reader.getWidth(0);
    if (height < 1 || width < 1) {
      throw new InvalidInputException(
          "%s: says that it has %dx%d pixels; copy the file again, or remove it"
              .formatted(path, width, height));
    }
    return new ImageShape(height, width, 3);
  }

  private Image image(ImageReader reader, PictureTags tags, Collection<String> notes)
      throws IOException {
    if (tags.samples().takesRange() && range.isPresent()) {
      return new SamplePictures(raster(reader), tags).scaled(range.get(), notes);
    } else if (!tags.samples().hasRange()) {
      throw new InvalidInputException(path + ": has " + meaningless(tags.samples()));
    }
    var picture = reader.read(0);
    if (tags.samples().bits() == 16) {
      new SamplePictures(picture.getRaster(), tags).noteUnusedBits(notes);
    }
    return Pixels.toImage(GrayPictures.toRgb(picture));
  }

  private static Raster raster(ImageReader reader) throws IOException {
    return reader.canReadRaster() ? reader.readRaster(0, null) : reader.read(0).getRaster();
  }

  private static String meaningless(SampleFormat samples) {
    return samples.words()
        + (samples.takesRange()
            ? ", of which nothing says which are black and white; say it, for example data.range:"
                + " [0, 1]"
            : ", which are not read; store unsigned whole numbers of 8 or 16 bits");
  }

  /** Readers of JPEG only warn where the data ends too early, and make the rest up in gray. */
  private void hear(String warning, Collection<String> notes) {
    var words = Ascii.toLowerCase(warning);
    if (words.contains("icc") || words.contains("profile")) {
      notes.add(
          words.contains("cmyk")
              ? "is CMYK without a color profile; its colors are near what was meant"
              : "has a damaged color profile, which is ignored");
    } else if (words.contains("premature end") || words.contains("truncated")) {
      throw new InvalidInputException(
          path + ": the image data ends too early; copy the file again, or remove it");
    } else {
      notes.add("makes its reader say: " + warning);
    }
  }

  private static void notePages(ImageReader reader, Collection<String> notes) throws IOException {
    var format = Ascii.toLowerCase(reader.getFormatName());
    if (format.equals("tiff") || format.equals("gif")) {
      int pages = reader.getNumImages(true);
      if (pages > 1) {
        notes.add("has %d pages, of which the first is read".formatted(pages));
      }
    }
  }
}
