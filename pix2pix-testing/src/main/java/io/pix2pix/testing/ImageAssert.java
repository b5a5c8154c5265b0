package io.pix2pix.testing;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import org.assertj.core.api.AbstractAssert;

/** Assertions on images. A failure names the pixel that offends most. */
public final class ImageAssert extends AbstractAssert<ImageAssert, Image> {
  ImageAssert(Image actual) {
    super(actual, ImageAssert.class);
  }

  /** Passes if the image has this height, width and number of channels. */
  public ImageAssert hasShape(int height, int width, int channels) {
    isNotNull();
    var expected = new ImageShape(height, width, channels);
    if (!actual.shape().equals(expected)) {
      throw failureWithActualExpected(
          actual.shape(),
          expected,
          "Expecting an image of %s but was %s",
          expected,
          actual.shape());
    }
    return this;
  }

  /** Passes if every value is in {@code [-1, 1]}. */
  public ImageAssert hasValuesInRange() {
    isNotNull();
    var values = actual.toArray();
    int at = Elements.firstOutside(values, -1, 1);
    if (at >= 0) {
      throw failure("Expecting values in [-1, 1] but found %s at %s", values[at], position(at));
    }
    return this;
  }

  /**
   * Passes if both images have the same shape and no value differs by more than the tolerance.
   *
   * @param tolerance greatest absolute difference, on the scale of {@code [-1, 1]}
   */
  public ImageAssert isCloseTo(Image expected, double tolerance) {
    hasShape(expected.height(), expected.width(), expected.channels());
    var values = actual.toArray();
    var wanted = expected.toArray();
    int worst = Elements.farthest(values, wanted);
    if (!(Elements.difference(values, wanted, worst) <= tolerance)) {
      throw failureWithActualExpected(
          values[worst],
          wanted[worst],
          "Expecting %s within %s but was %s at %s",
          wanted[worst],
          tolerance,
          values[worst],
          position(worst));
    }
    return this;
  }

  private String position(int index) {
    return Elements.position(
        index, new long[] {actual.height(), actual.width(), actual.channels()});
  }
}
