package io.pix2pix.testing;

import org.assertj.core.api.AbstractAssert;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Assertions on tensors of floats. A failure names the element that offends most. */
public final class TensorAssert extends AbstractAssert<TensorAssert, TFloat32> {
  TensorAssert(TFloat32 actual) {
    super(actual, TensorAssert.class);
  }

  /** Passes if the tensor has these dimensions. */
  public TensorAssert hasShape(long... dimensions) {
    isNotNull();
    var expected = Shape.of(dimensions);
    if (!actual.shape().equals(expected)) {
      throw failureWithActualExpected(
          actual.shape(), expected, "Expecting shape %s but was %s", expected, actual.shape());
    }
    return this;
  }

  /** Passes if every element is in the range, ends included; {@code NaN} is in none. */
  public TensorAssert hasValuesBetween(float low, float high) {
    isNotNull();
    var values = Tensors.toArray(actual);
    int at = Elements.firstOutside(values, low, high);
    if (at >= 0) {
      throw failure(
          "Expecting all values of %s between %s and %s but found %s at %s",
          actual.shape(), low, high, values[at], Elements.position(at, actual.shape().asArray()));
    }
    return this;
  }

  /**
   * Passes if every element is as close to what is expected as the tolerance says.
   *
   * @param expected row by row, as many as the tensor has
   * @param tolerance greatest absolute difference
   */
  public TensorAssert isCloseTo(float[] expected, double tolerance) {
    isNotNull();
    var values = Tensors.toArray(actual);
    if (values.length != expected.length) {
      throw failure(
          "Expecting %s values but %s has %s", expected.length, actual.shape(), values.length);
    }
    int worst = Elements.farthest(values, expected);
    if (values.length > 0 && !(Elements.difference(values, expected, worst) <= tolerance)) {
      throw failureWithActualExpected(
          values[worst],
          expected[worst],
          "Expecting %s within %s but was %s at %s of %s",
          expected[worst],
          tolerance,
          values[worst],
          Elements.position(worst, actual.shape().asArray()),
          actual.shape());
    }
    return this;
  }

  /** Passes if the tensor holds exactly these values, row by row. */
  public TensorAssert hasValues(float... expected) {
    return isCloseTo(expected, 0);
  }
}
