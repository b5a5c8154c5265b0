package io.pix2pix.models.loss.feature;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class PositionSamplerTest {
  @ParameterizedTest
  @CsvSource({
    "32, 32, 1",
    "33, 32, 2",
    "64, 64, 2",
    "65, 64, 2",
    "66, 64, 3",
    "256, 256, 8",
    "2000, 1, 2"
  })
  void aGridOfALargeMapHasAtMost1024Places(long height, long width, int spacing) {
    assertThat(new PositionSampler(1024).spacing(height, width)).isEqualTo(spacing);
  }

  @ParameterizedTest
  @CsvSource({"256, 256", "250, 181", "1025, 1"})
  void boundsTheMatrixOfComparisons(long height, long width) {
    try (var graph = new TestGraph()) {
      var tf = graph.tf();
      var map = tf.zeros(tf.array(1, height, width, 3), TFloat32.class);
      var context = TestLossContext.of(graph, map, map, map);

      var chosen = new PositionSampler(1024).choose(context, "who", map);
      var cosines = Cosines.of(tf, chosen, chosen);

      assertThat(cosines.shape().size()).isBetween(256L * 256, 1024L * 1024);
    }
  }

  /**
   * 4x4 places numbered from 0, of which 2x2 are looked at: every other one of a row and a column.
   */
  @Test
  void looksAtPlacesThatTheSceneDraws() {
    try (var graph = new TestGraph()) {
      var map =
          graph.constant(
              Shape.of(1, 4, 4, 1), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
      var context = TestLossContext.of(graph, map, map, map);

      var one = new PositionSampler(4).choose(context, "one", map);

      assertThat(one).hasShape(1, 4, 1);
      var seen = graph.run(one);
      assertThat(seen).containsExactly(seen[0], seen[0] + 2, seen[0] + 8, seen[0] + 10);
      assertThat(seen[0]).isIn(0f, 1f, 4f, 5f);
    }
  }
}
