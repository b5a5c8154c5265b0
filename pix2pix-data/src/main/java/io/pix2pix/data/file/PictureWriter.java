package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

  /** Writes a picture as its file's extension says. */
  static void write(Path file, RenderedImage picture) {
    String format = format(file);
    Path unfinished = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
        encode(picture, format, out);
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

  private static String format(Path file) {
    return switch (Ascii.toLowerCase(MoreFiles.getFileExtension(file))) {
      case "png" -> "png";
      case "jpg", "jpeg" -> "jpeg";
      case "tif", "tiff" -> "tiff";
      case "bmp" -> "bmp";
      default ->
          throw new InvalidInputException(
              file
                  + ": is no image file name; end it in one of "
                  + String.join(", ", ImageFiles.writtenExtensions()));
    };
  }

  /** Writes a picture that is made while it is written, as its file's extension says. */
  static void write(Path file, PictureStrips strips) {
    boolean takesRows = format(file).equals("png");
    write(file, takesRows ? strips : (RenderedImage) strips.whole());
  }

  private static void encode(RenderedImage picture, String format, OutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
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
}
