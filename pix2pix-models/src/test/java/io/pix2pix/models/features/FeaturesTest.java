package io.pix2pix.models.features;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pix2pix.api.loss.Features;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.testing.TestLossContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class FeaturesTest {
  private final TestGraph graph = new TestGraph();

  @AfterEach
  void close() {
    graph.close();
  }

  /** Rows 1 2 3 and 4 5 6: two squares of 2x2. */
  @Test
  void aSquareOfPixelsIsAFeature() {
    var image = graph.constant(Shape.of(1, 2, 3, 1), 1, 2, 3, 4, 5, 6);
    var map = maps(new PixelFeatures(2, 1), image).get(0);

    assertThat(map).hasShape(1, 1, 2, 4);
    assertThat(graph.run(map)).containsExactly(1, 2, 4, 5, 2, 3, 5, 6);
  }

  @Test
  void everyScaleOfPixelsHasHalfTheSizeOfTheLast() {
    var image = graph.constant(Shape.of(1, 2, 2, 1), 1, 2, 3, 6);
    var maps = maps(new PixelFeatures(1, 2), image);

    assertThat(graph.run(maps.get(0))).containsExactly(1, 2, 3, 6);
    assertThat(graph.run(maps.get(1))).containsExactly(3);
  }

  @Test
  void refusesAnImageThatIsSmallerThanTheSquaresOfItsSmallestScale() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> maps(new PixelFeatures(3, 2), image(8, 5)))
        .withMessageContaining(
            "squares of 3x3 at scale 2 need images of at least 6 pixels, not 5x8");
  }

  @Test
  void randomLayersHalveTheImageAndDoubleTheChannels() {
    var maps = maps(new RandomFeatures(3, 4, 1), image(9, 6));

    assertThat(maps.get(0)).hasShape(1, 9, 6, 4);
    assertThat(maps.get(1)).hasShape(1, 5, 3, 8);
    assertThat(maps.get(2)).hasShape(1, 3, 2, 16);
    assertThat(maps).hasSize(3);
  }

  /** He's spread: features are about as large as the image, after however many layers. */
  @Test
  void randomFeaturesFollowFromTheirSeedAndNeitherVanishNorGrow() {
    var image =
        graph
            .tf()
            .random
            .statelessRandomNormal(
                graph.tf().constant(Shape.of(1, 32, 32, 3)),
                graph.tf().constant(new long[] {3, 4}));
    var last = graph.run(maps(new RandomFeatures(4, 16, 1), image).get(3));
    var again = graph.run(maps(new RandomFeatures(4, 16, 1), image).get(3));
    var other = graph.run(maps(new RandomFeatures(4, 16, 2), image).get(3));

    assertThat(last).isEqualTo(again).isNotEqualTo(other);
    double squares = 0;
    for (float value : last) {
      squares += (double) value * value;
    }
    assertThat(squares / last.length).isBetween(0.25, 4.0);
    assertThat(graph.variables().all()).isEmpty();
  }

  @Test
  void refusesAnImageThatRandomLayersCannotHalveSoOften() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> maps(new RandomFeatures(4, 4, 1), image(16, 7)))
        .withMessageContaining("4 random layers need images of at least 8 pixels, not 7x16");
  }

  private List<Operand<TFloat32>> maps(Features features, Operand<TFloat32> image) {
    var context = TestLossContext.of(graph, image, image, image);
    return features.of(context, context.real());
  }

  private Operand<TFloat32> image(int height, int width) {
    return graph.tf().zeros(graph.tf().array(1L, height, width, 3), TFloat32.class);
  }
}
