package io.pix2pix.models.loss.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pix2pix.testing.TestGraph;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class NeighborsTest {
  @Test
  void pairsEveryTwoPixelsOnce() {
    assertThat(Neighbors.within(1))
        .containsExactly(
            new Neighbors(0, 1),
            new Neighbors(1, -1),
            new Neighbors(1, 0),
            new Neighbors(1, 1));
    // (2 r + 1)^2 - 1 neighbors, of which one half.
    assertThat(Neighbors.within(2)).hasSize(12);
  }

  /** Rows 1 2 4 and 8 16 32. */
  @Test
  void subtractsThePixelFromItsNeighbor() {
    try (var graph = new TestGraph()) {
      var image = graph.constant(Shape.of(1, 2, 3, 1), 1, 2, 4, 8, 16, 32);

      assertThat(graph.run(new Neighbors(1, 1).difference(graph.tf(), image)))
          .containsExactly(15, 30);
      assertThat(graph.run(new Neighbors(1, -1).difference(graph.tf(), image)))
          .containsExactly(6, 12);
      assertThat(graph.run(new Neighbors(0, 2).difference(graph.tf(), image)))
          .containsExactly(3, 24);
    }
  }

  @Test
  void refusesAnImageWithoutSuchPairs() {
    try (var graph = new TestGraph()) {
      var image = graph.constant(Shape.of(1, 2, 3, 1), 1, 2, 4, 8, 16, 32);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Neighbors(2, -1).difference(graph.tf(), image))
          .withMessage(
              "an image of 3x2 pixels is too small to compare neighbors; it needs at least 2x3");
    }
  }
}
