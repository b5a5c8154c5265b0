package io.pix2pix.bench.data;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.resize.Resampling;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that a page holds in itself, of at most {@value #LONGEST} pixels a side. */
final class InlinePicture {
  private static final int LONGEST = 192;
  private static final int SMALL_BYTES = 24_000;
  private static final float QUALITY = 0.88f;

  private InlinePicture() {}

  /**
   * A data URI.
   *
   * @param image of any number of channels, of which one or three are shown
   */
  static String link(Image image) {
    var shown = visible(image);
    double scale = Math.min(1, (double) LONGEST / Math.max(shown.height(), shown.width()));
    var small =
        Resampling.BICUBIC.resize(
            shown, pixels(shown.height(), scale), pixels(shown.width(), scale));
    var picture = Pixels.toPicture(small);
    var png = encoded(picture, "png");
    boolean isSmall = png.length <= SMALL_BYTES;
    return "data:image/%s;base64,%s"
        .formatted(
            isSmall ? "png" : "jpeg",
            Base64.getEncoder().encodeToString(isSmall ? png : encoded(picture, "jpeg")));
  }

  private static int pixels(int edge, double scale) {
    return Math.max(1, (int) Math.round(edge * scale));
  }

  /** The image itself, or its first channels. */
  static Image visible(Image image) {
    if (image.channels() == 1 || image.channels() == 3) {
      return image;
    }
    var shape = image.shape().withChannels(image.channels() < 3 ? 1 : 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / shape.channels();
      values[i] = image.at(pixel / shape.width(), pixel % shape.width(), i % shape.channels());
    }
    return Image.owning(shape, values);
  }

  private static byte[] encoded(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var choices = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        choices.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        choices.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), choices);
    } catch (IOException e) {
      throw new UncheckedIOException("memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
