package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class PrecisionTest {
  /** Between 1 and the next bfloat16, 1 + 2^-7, and nearer to 1. */
  private static final float UNEVEN = 1 + 1f / 512;

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Operand<TFloat32> x = tf.fill(tf.array(1, 4, 4, 1), tf.constant(UNEVEN));
  private final Operand<TFloat32> kernel = tf.fill(tf.array(2, 2, 1, 1), tf.constant(UNEVEN));

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void bfloat16RoundsTheOperandsOfConvolutionsAndOfTheirGradients() {
    var y = tf.nn.conv2d(x, kernel, List.of(1L, 2L, 2L, 1L), "VALID");
    var gradients =
        graph.addGradients(y.asOutput(), new Output<?>[] {x.asOutput(), kernel.asOutput()});

    try (var rounded = bfloat16()) {
      assertThat(first(rounded, y)).isEqualTo(4);
      assertThat(first(rounded, gradients[0].<TFloat32>expect(TFloat32.class))).isEqualTo(1);
      assertThat(first(rounded, gradients[1].<TFloat32>expect(TFloat32.class))).isEqualTo(4);
    }
    try (var exact = Sessions.open(graph)) {
      assertThat(first(exact, y)).isEqualTo(4 * UNEVEN * UNEVEN);
    }
  }

  @Test
  void bfloat16RoundsProductsOfMatrices() {
    var matrix = tf.reshape(x, tf.array(4, 4));
    var product = tf.linalg.matMul(matrix, matrix);

    try (var rounded = bfloat16()) {
      assertThat(first(rounded, product)).isEqualTo(4);
    }
  }

  @Test
  void allOtherNumbersStayAsTheyAre() {
    var convolved = tf.nn.conv2d(x, kernel, List.of(1L, 2L, 2L, 1L), "VALID");

    try (var rounded = bfloat16()) {
      assertThat(first(rounded, tf.math.add(x, x))).isEqualTo(2 * UNEVEN);
      assertThat(first(rounded, tf.math.add(convolved, tf.constant(UNEVEN)))).isEqualTo(4 + UNEVEN);
    }
  }

  @Test
  void theSystemTellsWhetherTheProcessorMultipliesBfloat16(@TempDir Path folder)
      throws IOException {
    assertThat(tells(folder, "flags\t\t: fpu avx512f avx512_bf16 gfni\n")).isTrue();
    assertThat(tells(folder, "Features\t: fp asimd bf16\n")).isTrue();
    assertThat(tells(folder, "model name\t: bf16\nflags\t\t: fpu avx512f avx2\n")).isFalse();
    assertThat(Bfloat16Processor.isTold(folder.resolve("missing"))).isFalse();
  }

  private static boolean tells(Path folder, String text) throws IOException {
    return Bfloat16Processor.isTold(Files.writeString(folder.resolve("cpuinfo"), text));
  }

  private GraphSession bfloat16() {
    return Sessions.open(graph, GraphPlan.EMPTY, Precision.BFLOAT16);
  }

  private static float first(GraphSession session, Operand<TFloat32> operand) {
    try (var result = session.runner().fetch(operand).run()) {
      var values = (TFloat32) result.get(0);
      return values.scalars().iterator().next().getFloat();
    }
  }
}
