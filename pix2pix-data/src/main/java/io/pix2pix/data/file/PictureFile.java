package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The bytes of a picture's file, and the errors that they may hold. */
final class PictureFile {
  private final Path path;
  private final byte[] contents;

  /**
   * @throws InvalidInputException if there are no bytes
   */
  PictureFile(Path path, byte[] contents) {
    this.path = path;
    this.contents = contents;
    if (contents.length == 0) {
      throw new InvalidInputException(message("the file is empty"));
    }
  }

  /** Height and width as the head of the file says, and three channels. */
  ImageShape shape() {
    return with(reader -> new ImageShape(reader.getHeight(0), reader.getWidth(0), 3));
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
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(contents))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new InvalidInputException(
            message("not an image; JPEG, PNG, TIFF and BMP can be read"));
      }
      ImageReader reader = readers.next();
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

  private String message(String problem) {
    return path + ": " + problem + "; copy the file again, or remove it";
  }

  /** What is asked of a reader. */
  private interface Reading<T> {
    T apply(ImageReader reader) throws IOException;
  }
}
