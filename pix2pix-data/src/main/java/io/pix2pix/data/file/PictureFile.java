package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The bytes of a picture's file, and the errors that they may hold. Bytes are read when they are
 * needed.
 *
 * @param path of the file, for messages
 * @param contents of the file
 */
record PictureFile(String path, ByteSource contents) {

  /** Height and width as the head of the file says, and three channels. */
  ImageShape shape() {
    return with(reader -> new ImageShape(reader.getHeight(0), reader.getWidth(0), 3));
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
      throw unreadable(path, e);
    }
  }

  /** The picture, RGB or of a kind that converts to it as it should. */
  BufferedImage decode() {
    List<String> warnings = new ArrayList<>();
    BufferedImage picture =
        with(
            reader -> {
              reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
              return reader.read(0);
            });
    // Readers of JPEG only warn where the data ends too early, and make the rest up in gray.
    for (String warning : warnings) {
      String text = Ascii.toLowerCase(warning);
      if (text.contains("premature end") || text.contains("truncated")) {
        throw new InvalidInputException(message("the image data ends too early"));
      }
    }
    return GrayPictures.toRgb(picture);
  }

  private <T> T with(Reading<T> reading) {
    try (var bytes = open();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      ImageReader reader = reader(stream);
      try {
        reader.setInput(stream);
        return reading.apply(reader);
      } finally {
        reader.dispose();
      }
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers meet damaged files with exceptions of many kinds.
      throw new InvalidInputException(message("the image is damaged or cut short (" + e + ")"), e);
    }
  }

  private InputStream open() {
    try {
      return contents.openStream();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private ImageReader reader(ImageInputStream stream) throws IOException {
    stream.mark();
    if (stream.read() < 0) {
      throw new InvalidInputException(message("the file is empty"));
    }
    stream.reset();
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new InvalidInputException(message("not an image; JPEG, PNG, TIFF and BMP can be read"));
    }
    return readers.next();
  }

  /** What to say of a file of which nothing can be read. */
  static InvalidInputException unreadable(String path, IOException e) {
    return e instanceof NoSuchFileException
        ? new InvalidInputException(path + ": there is no such file; check the path", e)
        : new InvalidInputException(
            path + ": cannot be read (" + e + "); it must be a file that you may read", e);
  }

  private String message(String problem) {
    return path + ": " + problem + "; copy the file again, or remove it";
  }

  /** What is asked of a reader. */
  private interface Reading<T> {
    T apply(ImageReader reader) throws IOException;
  }
}
