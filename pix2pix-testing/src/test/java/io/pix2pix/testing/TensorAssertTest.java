package io.pix2pix.testing;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class TensorAssertTest {
  @Test
  void namesTheFirstElementOutsideOfTheRange() {
    try (var tensor = Tensors.ofArray(Shape.of(2, 2), 0, 1, 2, 3)) {
      assertThat(tensor).hasValuesBetween(0, 3);
      assertThatThrownBy(() -> assertThat(tensor).hasValuesBetween(0, 1))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("found 2.0 at [1, 0]");
    }
  }

  @Test
  void countsWhatIsNotANumberAsOutsideOfEveryRange() {
    try (var tensor = Tensors.ofArray(Shape.of(1), Float.NaN)) {
      assertThatThrownBy(() -> assertThat(tensor).hasValuesBetween(-1, 1))
          .hasMessageContaining("found NaN at [0]");
    }
  }

  @Test
  void namesTheElementThatIsFarthestFromWhatWasExpected() {
    try (var tensor = Tensors.ofArray(Shape.of(3), 1, 2.5f, 3.1f)) {
      assertThat(tensor).isCloseTo(new float[] {1, 2, 3}, 0.5);
      assertThatThrownBy(() -> assertThat(tensor).isCloseTo(new float[] {1, 2, 3}, 0.01))
          .hasMessageContaining("but was 2.5 at [1] of [3]");
    }
  }

  @Test
  void refusesWhatIsNotANumberHoweverLargeTheTolerance() {
    try (var tensor = Tensors.ofArray(Shape.of(2), 0, Float.NaN)) {
      assertThatThrownBy(() -> assertThat(tensor).isCloseTo(new float[] {0, 0}, 1e9))
          .hasMessageContaining("was NaN at [1]");
    }
  }

  @Test
  void tellsBothShapes() {
    try (var tensor = Tensors.ofArray(Shape.of(1, 2), 0, 0)) {
      assertThatThrownBy(() -> assertThat(tensor).hasShape(2, 1))
          .hasMessageContaining("Expecting shape [2, 1] but was [1, 2]");
    }
  }
}
