package io.pix2pix.server.model;

import com.google.common.primitives.Ints;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.server.http.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Pattern;

/** Images as the numbers that networks compute with: float32, least byte first, row by row. */
final class RawImage {
  /** How such bodies are called. */
  static final String TYPE = "application/octet-stream";

  /** The header of their shape: height, width and channels. */
  static final String SHAPE = "X-Shape";

  private static final Pattern THREE = Pattern.compile("([0-9]{1,6}),([0-9]{1,6}),([0-9]{1,6})");

  private RawImage() {}

  /**
   * The shape that a header names.
   *
   * @throws ProblemException if it is none
   */
  static ImageShape shape(String header) {
    var match = THREE.matcher(header.replace(" ", ""));
    if (!match.matches()) {
      throw wrongShape();
    }
    int height = number(match.group(1));
    int width = number(match.group(2));
    int channels = number(match.group(3));
    if (height == 0 || width == 0 || channels == 0) {
      throw wrongShape();
    }
    return new ImageShape(height, width, channels);
  }

  private static int number(String digits) {
    var number = Ints.tryParse(digits);
    if (number == null) {
      throw wrongShape();
    }
    return number;
  }

  private static ProblemException wrongShape() {
    return new ProblemException(
        400, "give height, width and channels in " + SHAPE + ", for example 256,256,3");
  }

  /**
   * The image in a body.
   *
   * @param shape of few enough values to have a length in bytes
   * @throws ProblemException if there are more or fewer values, or some beyond {@code [-1, 1]}
   */
  static Image read(byte[] body, ImageShape shape) {
    long expected = (long) shape.height() * shape.width() * shape.channels() * Float.BYTES;
    if (body.length != expected) {
      throw new ProblemException(
          400,
          "the body has %d bytes; %d,%d,%d float32 values have %d"
              .formatted(body.length, shape.height(), shape.width(), shape.channels(), expected));
    }
    var values = new float[body.length / Float.BYTES];
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    for (float value : values) {
      if (!(value >= -1 && value <= 1)) {
        throw new ProblemException(400, "values must be from -1 to 1");
      }
    }
    return Image.owning(shape, values);
  }

  /** The body of an image. */
  static byte[] write(Image image) {
    var bytes = ByteBuffer.allocate(image.shape().size() * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(image.toArray());
    return bytes.array();
  }

  /** The header of its shape. */
  static String header(ImageShape shape) {
    return "%d,%d,%d".formatted(shape.height(), shape.width(), shape.channels());
  }
}
