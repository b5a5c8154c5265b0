package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures: complete, or not at all. */
final class PictureWriter {
  private static final float JPEG_QUALITY = 0.95f;

  private PictureWriter() {}

  /** Writes an image as its file's extension says. */
  static void write(Path file, Image image, WriteOptions options) {
    var format = WrittenFormat.of(file);
    format.check(file, image.channels(), options);
    write(file, out -> encode(image, format, options, out));
  }

  /** Writes an image that is made while it is written, as its file's extension says. */
  static void write(Path file, Iterator<Image> strips, int height, WriteOptions options) {
    var format = WrittenFormat.of(file);
    var some = Iterators.peekingIterator(strips);
    format.check(file, channels(some), options);
    write(file, out -> encode(some, height, format, options, out));
  }

  /** Those of the strip that comes next. */
  private static int channels(PeekingIterator<Image> strips) {
    return Objects.requireNonNull(strips.peek()).channels();
  }

  /** Encodes an image that the format can hold. */
  static void encode(Image image, WrittenFormat format, WriteOptions options, OutputStream out)
      throws IOException {
    if (format == WrittenFormat.NPY) {
      NpyWriter.write(out, ImmutableList.of(image).iterator(), image.height(), options);
    } else if (format == WrittenFormat.TIFF && TiffSamples.needed(image.channels(), options)) {
      TiffSamples.write(out, image, options);
    } else {
      encode(WrittenPixels.picture(image, options), format, out);
    }
  }

  private static void encode(
      PeekingIterator<Image> strips,
      int height,
      WrittenFormat format,
      WriteOptions options,
      OutputStream out)
      throws IOException {
    if (format == WrittenFormat.NPY) {
      NpyWriter.write(out, strips, height, options);
    } else if (format == WrittenFormat.TIFF && TiffSamples.needed(channels(strips), options)) {
      TiffSamples.write(out, TiffSamples.joined(strips, height), options);
    } else {
      var picture = new PictureStrips(strips, height, options);
      encode(format == WrittenFormat.PNG ? picture : picture.whole(), format, out);
    }
  }

  private static void write(Path file, Encoding encoding) {
    Path unfinished =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
        encoding.to(out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (RuntimeException e) {
      remove(unfinished, e);
      throw e;
    } catch (IOException e) {
      remove(unfinished, e);
      throw new InvalidInputException(
          file + ": cannot be written (" + e + "); free space or give access", e);
    }
  }

  private static void encode(RenderedImage picture, WrittenFormat format, OutputStream out)
      throws IOException {
    ImageWriter writer =
        ImageIO.getImageWritersByFormatName(Ascii.toLowerCase(format.name())).next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format == WrittenFormat.JPEG) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
  }

  private static void remove(Path unfinished, Exception why) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /** Gives a file its bytes. */
  private interface Encoding {
    void to(OutputStream out) throws IOException;
  }
}
