package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.MachineFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Opens the reader of a picture's format, and says what is wrong where it fails.
 *
 * @param path of the file, for messages
 * @param contents of the file
 */
record PictureReader(String path, ByteSource contents) {
  private static final int START = 8;

  /** What is asked of a reader. */
  interface Reading<T> {
    T apply(ImageReader reader) throws IOException;
  }

  /** What the head of the file says of its samples. */
  PictureTags tags() {
    try {
      return PictureTags.of(contents);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** All bytes of the file. */
  byte[] bytes() {
    return ImageFiles.bytes(path, contents);
  }

  /**
   * The answer of a reader.
   *
   * @param tags of the file
   * @throws InvalidInputException if the file is no picture, or one that cannot be read
   */
  <T> T ask(PictureTags tags, Reading<T> reading) {
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
    } catch (OutOfMemoryError e) {
      throw tooLarge(path, e);
    } catch (IOException | RuntimeException e) {
      // Readers meet damaged files with exceptions of many kinds.
      throw new InvalidInputException(path + ": " + problem(tags, e), e);
    }
  }

  private InputStream open() {
    try {
      return PngText.hidden(
          WebpProfile.isDamaged(contents) ? WebpProfile.hidden(contents) : contents);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private ImageReader reader(ImageInputStream stream) throws IOException {
    stream.mark();
    if (stream.read() < 0) {
      throw new InvalidInputException(
          path + ": the file is empty; copy the file again, or remove it");
    }
    stream.reset();
    var own = SampleReader.of(start(stream));
    if (own.isPresent()) {
      return own.get();
    }
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new InvalidInputException(
          path
              + ": "
              + OtherFormats.nameOf(contents)
                  .map(name -> "is " + name + ", which is not read; store it as PNG")
                  .orElse(
                      "not an image; JPEG, PNG, TIFF, WebP, GIF, BMP, PNM and NumPy arrays can be"
                          + " read; copy the file again, or remove it"));
    }
    return readers.next();
  }

  private static String start(ImageInputStream stream) throws IOException {
    stream.mark();
    var start = new byte[START];
    int length = Math.max(0, stream.read(start));
    stream.reset();
    return new String(start, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** What to say of a file that there is no memory for. */
  static InvalidInputException tooLarge(String path, OutOfMemoryError e) {
    return new InvalidInputException(
        path
            + ": does not fit in memory; make it smaller, or give Java more:"
            + " PIX2PIX_JAVA_OPTIONS=-Xmx8g",
        e);
  }

  /** What to say of a file of which nothing can be read. */
  static InvalidInputException unreadable(String path, IOException e) {
    return e instanceof NoSuchFileException
        ? new InvalidInputException(path + ": there is no such file; check the path", e)
        : MachineFailureException.of(
            path + ": cannot be read (" + e + "); it must be a file that you may read", e);
  }

  private static String problem(PictureTags tags, Exception e) {
    var compression =
        tags.compression().isPresent()
            ? TiffCompression.notRead(tags.compression().getAsInt())
            : Optional.<String>empty();
    if (compression.isPresent()) {
      return "is a TIFF compressed with "
          + compression.get()
          + ", which is not read; store it with LZW or Deflate, or as PNG";
    }
    var message = String.valueOf(e.getMessage());
    if (message.startsWith(SampleHeader.REFUSED)) {
      return message.substring(SampleHeader.REFUSED.length());
    }
    var words = Ascii.toLowerCase(message);
    boolean unknown =
        words.contains("unsupported")
            || words.contains("not supported")
            || words.contains("unknown");
    return unknown
        ? "is of a kind that is not read (" + e.getMessage() + "); store it as PNG"
        : "the image is damaged or cut short (" + e + "); copy the file again, or remove it";
  }
}
