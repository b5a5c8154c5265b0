package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.pixels.ChannelChoice;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import javax.imageio.ImageReader;

/**
 * A picture in the bytes of a file, which are read when they are needed.
 *
 * @param path of the file, for messages
 * @param contents of the file
 * @param options what is read of its numbers
 */
record PictureFile(String path, ByteSource contents, ReadOptions options) {

  /** A file of which three channels are read, with the range of their type. */
  PictureFile(String path, ByteSource contents) {
    this(path, contents, ReadOptions.RGB);
  }

  /** Height and width as the head of the file says, upright, and the channels that are read. */
  ImageShape shape() {
    var file = new PictureReader(path, contents);
    var tags = file.tags();
    return file.ask(
        tags,
        reader -> {
          var stored = stored(reader, tags);
          PictureMemory.check(path, stored, tags.bytesOfPixel());
          return tags.orientation().of(stored);
        });
  }

  /** The channels that the head of the file says it has. */
  StoredChannels channels() {
    return new PictureReader(path, contents).tags().channels();
  }

  /**
   * Whether the file has no end, but is of a format that has one. It may still be complete.
   *
   * @param listed the file as it was listed
   */
  boolean lacksItsEnd(Entry listed) {
    try {
      long size = listed.size() == Entry.UNKNOWN_SIZE ? contents.size() : listed.size();
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
    return DecodedOnce.picture(path, options, this::decoded);
  }

  private DecodedPicture decoded() {
    var notes = new LinkedHashSet<String>();
    var file = new PictureReader(path, contents);
    var tags = file.tags();
    var image = file.ask(tags, reader -> decoded(reader, tags, notes));
    return new DecodedPicture(tags.orientation().of(image), ImmutableList.copyOf(notes));
  }

  /**
   * The picture in a file that is known to be sound: damage may be passed over.
   *
   * @throws InvalidInputException if it is damaged all the same, and that is seen
   */
  Image readSound() {
    if (options.channels() == ChannelChoice.RGB || options.channels() == ChannelChoice.AUTO) {
      var file = new PictureReader(path, contents);
      var image = OrdinaryJpeg.decode(file.bytes());
      if (image.isPresent()) {
        return file.tags().orientation().of(image.get());
      }
    }
    return decode().image();
  }

  /**
   * The picture, with the indices of classes as gray values.
   *
   * @return empty if it has none: its numbers are no bytes or 16-bit ones, or are not kept exactly
   * @throws InvalidInputException if the file is damaged, or a picture that cannot be read
   */
  Optional<Image> decodeIndices(Palette palette) {
    return DecodedOnce.labels(path, palette, () -> decodedIndices(palette));
  }

  private Optional<Image> decodedIndices(Palette palette) {
    var file = new PictureReader(path, contents);
    var tags = file.tags();
    if (tags.lossy() || !tags.samples().isWhole()) {
      return Optional.empty();
    }
    var map = file.ask(tags, reader -> within(reader, tags, () -> indices(reader, tags, palette)));
    return map.map(tags.orientation()::of);
  }

  private Optional<Image> indices(ImageReader reader, PictureTags tags, Palette palette)
      throws IOException {
    PassedOverDamage.check(contents, reader, tags, 1, new ArrayList<>());
    if (!tags.samples().hasRange()) {
      return IndexPictures.indices(told(reader, tags, reader.readRaster(0, null)));
    }
    var picture = reader.read(0);
    told(reader, tags, picture.getRaster());
    return IndexPictures.of(picture, palette);
  }

  private Raster told(ImageReader reader, PictureTags tags, Raster stored) throws IOException {
    var format = reader.getFormatName();
    DecodedOnce.tell(path, () -> PictureFacts.of(format, stored, tags));
    return stored;
  }

  private Image decoded(ImageReader reader, PictureTags tags, Collection<String> notes)
      throws IOException {
    var warnings = new LinkedHashSet<String>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    var image =
        within(
            reader,
            tags,
            () -> {
              int pages = pages(reader);
              if (pages > 1 && tags.compression().isPresent()) {
                TiffPages.requireAlike(path, contents);
              }
              PassedOverDamage.check(contents, reader, tags, pages, notes);
              return image(reader, tags, notes);
            });
    warnings.forEach(warning -> hear(warning, notes));
    return image;
  }

  private <T> T within(ImageReader reader, PictureTags tags, PictureMemory.Decoding<T> decoding)
      throws IOException {
    return PictureMemory.within(path, stored(reader, tags), tags.bytesOfPixel(), decoding);
  }

  /** Height and width as they are stored, and the channels that are read. */
  private ImageShape stored(ImageReader reader, PictureTags tags) throws IOException {
    int height = reader.getHeight(0);
    int width = reader.getWidth(0);
    if (height < 1 || width < 1) {
      throw new InvalidInputException(
          "%s: says that it has %dx%d pixels; copy the file again, or remove it"
              .formatted(path, width, height));
    }
    return new ImageShape(height, width, tags.channels().chosen(options.channels(), pages(reader)));
  }

  /** How many of the pages are read. */
  private int pages(ImageReader reader) throws IOException {
    return options.channels() == ChannelChoice.ALL ? PicturePages.count(reader) : 1;
  }

  private Image image(ImageReader reader, PictureTags tags, Collection<String> notes)
      throws IOException {
    if (!tags.samples().hasRange()
        && !(tags.samples().takesRange() && options.range().isPresent())) {
      throw new InvalidInputException(path + ": has " + meaningless(tags.samples()));
    }
    return new PicturePages(path, tags, options).read(reader, notes);
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
    } else if (!words.contains("bytecount < required") && !words.contains("unexpected chunk")) {
      // The last strip of a TIFF may be shorter, and chunks that nobody knows hold no pixels.
      notes.add("makes its reader say: " + warning);
    }
  }
}
