package io.pix2pix.bench.report.html;

import io.pix2pix.data.file.PngChunks;
import io.pix2pix.train.run.StoredChecksum;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture that a page holds in itself. It is the file itself where that is small, else a JPEG of
 * at most 512 pixels a side.
 *
 * @param link a data URI
 * @param picture its pixels
 */
record EmbeddedPicture(String link, BufferedImage picture) {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPicture.class);
  private static final int SMALL_BYTES = 40_000;
  private static final int MOST_PIXELS = 512;
  private static final float QUALITY = 0.9f;

  /** Reads a PNG file, if it is there and whole; a warning tells of one that is not. */
  static Optional<EmbeddedPicture> read(Path file) {
    if (Files.notExists(file)) {
      return gap(file, "is missing");
    }
    try {
      var bytes = Files.readAllBytes(file);
      @Nullable BufferedImage picture =
          PngChunks.hold(bytes) ? ImageIO.read(new ByteArrayInputStream(bytes)) : null;
      if (picture == null) {
        return gap(file, "is damaged");
      }
      new StoredChecksum(file).warnIfChanged("it is shown as it is");
      return Optional.of(embed(bytes, picture));
    } catch (IOException e) {
      return gap(file, "cannot be read, " + e);
    }
  }

  /** As for a cell that failed. */
  private static Optional<EmbeddedPicture> gap(Path file, String problem) {
    LOG.warn("{}: {}; the page has a gap in its place", file, problem);
    return Optional.empty();
  }

  /**
   * Mean absolute difference, of values from 0 to 1; not a number where sizes differ.
   *
   * @param other for example the target
   */
  double distance(EmbeddedPicture other) {
    var own = picture.getData();
    var its = other.picture.getData();
    if (!own.getBounds().equals(its.getBounds()) || own.getNumBands() != its.getNumBands()) {
      return Double.NaN;
    }
    var one = own.getPixels(0, 0, own.getWidth(), own.getHeight(), (int[]) null);
    var two = its.getPixels(0, 0, own.getWidth(), own.getHeight(), (int[]) null);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - two[i]) / 255.0;
    }
    return sum / one.length;
  }

  private static EmbeddedPicture embed(byte[] bytes, BufferedImage picture) throws IOException {
    boolean small = bytes.length <= SMALL_BYTES;
    var type = small ? "image/png" : "image/jpeg";
    var content = small ? bytes : jpeg(shrunk(picture));
    var link = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    return new EmbeddedPicture(link, picture);
  }

  private static BufferedImage shrunk(BufferedImage picture) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.min(1, MOST_PIXELS / (double) longer);
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    var smooth = picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    graphics.drawImage(smooth, 0, 0, null);
    graphics.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var choices = writer.getDefaultWriteParam();
    choices.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    choices.setCompressionQuality(QUALITY);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), choices);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
