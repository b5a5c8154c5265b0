package io.pix2pix.models.discriminator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Floats;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Phase;
import io.pix2pix.testing.TestGraph;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A single channel is what some libraries compute wrongly: against sums in Java, several times. */
@Tag("numerical")
class AveragePoolingTest {
  private static final int RUNS = 5;
  private static final Offset<Float> EXACT = Offset.offset(1e-5f);
  private static final Initializer ZEROS =
      (tf, shape, seed) -> tf.zeros(tf.constant(shape), TFloat32.class);

  private final Random random = new Random(1);

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "4, 6", "5, 7", "8, 8", "9, 16"})
  void oneChannelAndItsGradientsAreSums(int height, int width) {
    try (var graph = new TestGraph()) {
      var size = new Size(height, width);
      var image = numbers(size.pixels());
      var slopes = numbers(size.squares());
      var layers = graph.layers("discriminator", Phase.TRAINING);
      // Not constants: those are computed before the graph runs, and by another library.
      var x = layers.parameter("x", Shape.of(1, height, width, 1), ZEROS);
      var slope = layers.parameter("slope", Shape.of(1, size.down(), size.across(), 1), ZEROS);
      graph.initialize();
      graph.set("discriminator/x", image);
      graph.set("discriminator/slope", slopes);

      var y = AveragePooling.halved(layers, x);
      var toImage = gradient(graph, "toImage", y, x, slope);
      var toSlope = gradient(graph, "toSlope", toImage, slope, x);

      for (int run = 0; run < RUNS; run++) {
        assertThat(graph.run(y)).containsExactly(size.means(image), EXACT);
        assertThat(graph.run(toImage)).containsExactly(size.spread(slopes), EXACT);
        // The gradient is linear in the slope: its own gradient is the pooling itself again.
        assertThat(graph.run(toSlope)).containsExactly(size.means(image), EXACT);
      }
    }
  }

  private static Operand<TFloat32> gradient(
      TestGraph graph,
      String name,
      Operand<TFloat32> y,
      Operand<TFloat32> x,
      Operand<TFloat32> slope) {
    var of = new Output<?>[] {y.asOutput()};
    var to = new Output<?>[] {x.asOutput()};
    var found = graph.graph().addGradients(name, of, to, new Output<?>[] {slope.asOutput()});
    return found[0].expect(TFloat32.class);
  }

  /** Whole numbers from -3 to 3. */
  private float[] numbers(int count) {
    return Floats.toArray(random.ints(count, -3, 4).boxed().toList());
  }

  /** An image, and the 3x3 squares around every second of its pixels. */
  private record Size(int height, int width) {
    int pixels() {
      return height * width;
    }

    int down() {
      return (height + 1) / 2;
    }

    int across() {
      return (width + 1) / 2;
    }

    int squares() {
      return down() * across();
    }

    float[] means(float[] image) {
      var means = new float[squares()];
      for (int square = 0; square < means.length; square++) {
        for (int pixel = 0; pixel < image.length; pixel++) {
          means[square] += covers(square, pixel) ? image[pixel] / count(square) : 0;
        }
      }
      return means;
    }

    float[] spread(float[] slopes) {
      var sums = new float[pixels()];
      for (int square = 0; square < slopes.length; square++) {
        for (int pixel = 0; pixel < sums.length; pixel++) {
          sums[pixel] += covers(square, pixel) ? slopes[square] / count(square) : 0;
        }
      }
      return sums;
    }

    private int count(int square) {
      int count = 0;
      for (int pixel = 0; pixel < pixels(); pixel++) {
        count += covers(square, pixel) ? 1 : 0;
      }
      return count;
    }

    private boolean covers(int square, int pixel) {
      int row = pixel / width - 2 * (square / across());
      int column = pixel % width - 2 * (square % across());
      return Math.abs(row) <= 1 && Math.abs(column) <= 1;
    }
  }
}
