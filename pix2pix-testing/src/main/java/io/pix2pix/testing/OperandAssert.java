package io.pix2pix.testing;

import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Assertions on what is known of an operand before anything runs. */
public final class OperandAssert extends AbstractAssert<OperandAssert, Operand<TFloat32>> {
  OperandAssert(Operand<TFloat32> actual) {
    super(actual, OperandAssert.class);
  }

  /** Passes if the static shape has these dimensions; -1 stands for one that is not known. */
  public OperandAssert hasShape(long... dimensions) {
    isNotNull();
    var expected = Shape.of(dimensions);
    // Two sizes that are not known do not make shapes equal.
    if (!Arrays.equals(actual.shape().asArray(), dimensions)) {
      throw failureWithActualExpected(
          actual.shape(),
          expected,
          "Expecting static shape %s but was %s",
          expected,
          actual.shape());
    }
    return this;
  }
}
