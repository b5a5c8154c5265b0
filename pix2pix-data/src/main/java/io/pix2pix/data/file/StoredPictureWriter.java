package io.pix2pix.data.file;

import io.pix2pix.api.error.InvalidInputException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures with the numbers they hold, as PNG. */
final class StoredPictureWriter {
  private StoredPictureWriter() {}

  static void write(Path file, StoredPicture picture) {
    var unfinished =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (var out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW);
          var stream = new MemoryCacheImageOutputStream(out)) {
        ImageIO.write(image(picture), "png", stream);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      var refusal =
          new InvalidInputException(
              file + ": cannot be written (" + e + "); free space or give access", e);
      remove(unfinished, refusal);
      throw refusal;
    }
  }

  private static void remove(Path unfinished, Exception why) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static BufferedImage image(StoredPicture picture) {
    var shape = picture.samples().shape();
    var image =
        picture
            .table()
            .map(
                table ->
                    new BufferedImage(
                        shape.width(), shape.height(), BufferedImage.TYPE_BYTE_INDEXED, table))
            .orElseGet(() -> plain(picture));
    int[] row = new int[shape.width() * shape.channels()];
    for (int y = 0; y < shape.height(); y++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = picture.number(y, i / shape.channels(), i % shape.channels());
      }
      image.getRaster().setPixels(0, y, shape.width(), 1, row);
    }
    return image;
  }

  private static BufferedImage plain(StoredPicture picture) {
    var shape = picture.samples().shape();
    int channels = shape.channels();
    if (channels == 1) {
      int type =
          picture.bits() == 16 ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY;
      return new BufferedImage(shape.width(), shape.height(), type);
    }
    boolean alpha = channels % 2 == 0;
    int type = picture.bits() == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
    var colors = ColorSpace.getInstance(channels < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    var model =
        new ComponentColorModel(
            colors, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
    var raster =
        Raster.createInterleavedRaster(type, shape.width(), shape.height(), channels, null);
    return new BufferedImage(model, raster, false, null);
  }
}
