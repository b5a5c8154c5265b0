package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class ConvolutionsTest {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);

  @AfterEach
  void close() {
    graph.close();
  }

  /** Whole numbers, which floats sum up exactly: -1, 0, 1, -1, ... */
  @ParameterizedTest
  @CsvSource({
    "5, 3, 1, 1, 1",
    "5, 3, 2, 1, 1",
    "6, 3, 2, 1, 1",
    "6, 1, 2, 1, 1",
    "7, 1, 3, 2, 3",
    "6, 4, 2, 3, 2"
  })
  void sameLeavesTheOddZeroToTheRight(int size, int edge, int stride, int in, int out) {
    var x = numbers(Shape.of(2, size, size + 1, in), 3);
    var kernel = numbers(Shape.of(edge, edge, in, out), 2);

    var y = Convolutions.convolveSame(tf, x, kernel, stride);

    int shrunk = (size + stride - 1) / stride;
    assertThat(y.shape()).isEqualTo(Shape.of(2, shrunk, (size + stride) / stride, out));
    assertThat(run(y)).containsExactly(sameByDefinition(size, size + 1, edge, stride, in, out));
  }

  /** Two channels, each under a column of its own: 1 + 2 · 2, 3 + 2 · 4, ... */
  @Test
  void depthwiseConvolvesEachChannelByItself() {
    var x = constant(Shape.of(1, 3, 1, 2), 1, 10, 2, 20, 3, 30);
    var kernel = constant(Shape.of(2, 1, 2, 1), 1, -1, 2, 1);

    assertThat(run(Convolutions.depthwise(tf, x, kernel))).containsExactly(5, 10, 8, 10);
  }

  /** Zeros, then the row inside of the outermost, then the outermost itself. */
  @Test
  void bordersAreZerosOrTheImageMirroredWithOrWithoutItsEdge() {
    var x = constant(Shape.of(1, 2, 2, 1), 1, 2, 3, 4);

    assertThat(run(Convolutions.padded(tf, x, 1, Border.ZEROS)))
        .containsExactly(0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0);
    assertThat(run(Convolutions.padded(tf, x, 1, Border.REFLECTION)))
        .containsExactly(4, 3, 4, 3, 2, 1, 2, 1, 4, 3, 4, 3, 2, 1, 2, 1);
    assertThat(run(Convolutions.padded(tf, x, 1, Border.SYMMETRIC)))
        .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  @Test
  void averagePoolingIsTheMeanOfEachSquare() {
    var x = constant(Shape.of(1, 2, 3, 1), 1, 2, 3, 5, 6, 9);

    assertThat(run(Pooling.average(tf, x, 2, 1)))
        .containsExactly(new float[] {3.5f, 5}, Offset.offset(1e-6f));
    assertThat(run(Pooling.average(tf, x, 2, 2)))
        .containsExactly(new float[] {3.5f}, Offset.offset(1e-6f));
  }

  private static float[] sameByDefinition(
      int height, int width, int edge, int stride, int in, int out) {
    int down = (height + stride - 1) / stride;
    int across = (width + stride - 1) / stride;
    int above = Math.max((down - 1) * stride + edge - height, 0) / 2;
    int left = Math.max((across - 1) * stride + edge - width, 0) / 2;
    var sums = new float[2 * down * across * out];
    for (int place = 0; place < sums.length; place++) {
      int pixel = place / out;
      int row = pixel / across % down * stride - above;
      int column = pixel % across * stride - left;
      for (int i = 0; i < edge * edge * in; i++) {
        int y = row + i / in / edge;
        int x = column + i / in % edge;
        if (y >= 0 && y < height && x >= 0 && x < width) {
          int image = ((pixel / (down * across) * height + y) * width + x) * in + i % in;
          sums[place] += number(image, 3) * number(i * out + place % out, 2);
        }
      }
    }
    return sums;
  }

  private Operand<TFloat32> numbers(Shape shape, int seed) {
    var values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(i, seed);
    }
    return constant(shape, values);
  }

  private static float number(int place, int seed) {
    return (place * seed + place / 5) % 7 - 3;
  }

  private Operand<TFloat32> constant(Shape shape, float... values) {
    try (var tensor = TFloat32.tensorOf(shape, DataBuffers.of(values))) {
      return tf.constantOf(tensor);
    }
  }

  private float[] run(Operand<TFloat32> operand) {
    try (var session = new Session(graph);
        var result = session.runner().fetch(operand).run()) {
      var tensor = (TFloat32) result.get(0);
      var values = new float[(int) tensor.size()];
      tensor.copyTo(DataBuffers.of(values));
      return values;
    }
  }
}
