package io.pix2pix.train.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.testing.TestGraph;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Two gradients, (3, 0) and (-4): together they are 5 long. */
class ClippingsTest {
  private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

  @Test
  void noneLeavesGradientsAsTheyAre() {
    assertClipped(Clipping.none(), 3, -4);
  }

  @Test
  void normShortensAllGradientsTogether() {
    assertClipped(new NormClipping(1), 0.6f, -0.8f);
  }

  @Test
  void normLeavesWhatIsShortEnough() {
    assertClipped(new NormClipping(6), 3, -4);
  }

  @Test
  void valueBoundsEachElement() {
    assertClipped(new ValueClipping(3.5), 3, -3.5f);
  }

  @Test
  void refuseALimitAtWhichNothingWouldBeLearned() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormClipping(0))
        .withMessage("limit must be more than 0, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ValueClipping(0))
        .withMessage("limit must be more than 0, not 0.0");
  }

  private static void assertClipped(Clipping clipping, float first, float second) {
    try (var graph = new TestGraph()) {
      Operand<TFloat32> one = graph.constant(Shape.of(2), 3, 0);
      Operand<TFloat32> other = graph.constant(Shape.of(1), -4);
      var clipped = clipping.clip(graph.tf(), ImmutableList.of(one, other));

      assertThat(graph.run(clipped.get(0))).containsExactly(new float[] {first, 0}, ROUNDING);
      assertThat(graph.run(clipped.get(1))).containsExactly(new float[] {second}, ROUNDING);
    }
  }
}
