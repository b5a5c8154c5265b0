package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What JPEG leaves of an image.
 *
 * @param quality from 1 to 100
 */
record JpegCompression(int quality) {
  private static final int RGB = 3;

  /**
   * The image after it was compressed and decoded; a fourth channel, which is no color, stays.
   *
   * @throws IllegalArgumentException if it has other than 1, 3 or 4 channels
   */
  Image of(Image image) {
    int channels = image.channels();
    checkArgument(
        channels == 1 || channels == RGB || channels == RGB + 1,
        "jpeg compresses gray, RGB or RGBA images, not images of %s channels; give it another side,"
            + " or leave it out",
        channels);
    float[] values = image.toArray();
    var decoded = decoded(encoded(picture(image, values)));
    int bands = Math.min(RGB, channels);
    int[] samples = decoded.getPixels(0, 0, image.width(), image.height(), (int[]) null);
    for (int pixel = 0; pixel < image.width() * image.height(); pixel++) {
      for (int band = 0; band < bands; band++) {
        values[pixel * channels + band] = samples[pixel * bands + band] / 127.5f - 1;
      }
    }
    return Image.owning(image.shape(), values);
  }

  private static BufferedImage picture(Image image, float[] values) {
    int channels = image.channels();
    int bands = Math.min(RGB, channels);
    var type = bands == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    var picture = new BufferedImage(image.width(), image.height(), type);
    var samples = new int[image.width() * image.height() * bands];
    for (int i = 0; i < samples.length; i++) {
      float value = values[i / bands * channels + i % bands];
      samples[i] = Math.round((Math.max(-1, Math.min(1, value)) + 1) * 127.5f);
    }
    picture.getRaster().setPixels(0, 0, image.width(), image.height(), samples);
    return picture;
  }

  private byte[] encoded(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    // Given a plain stream, ImageIO would go by way of a file in the system's temporary folder.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Raster decoded(byte[] bytes) {
    var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return reader.read(0).getRaster();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    } finally {
      reader.dispose();
    }
  }
}
