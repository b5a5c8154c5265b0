package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.GraphGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A graph of convolutions of whole numbers, each with its gradients of first and second order.
 * Floats hold every sum of such small numbers exactly, in any order.
 */
final class ConvolutionCases implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = Sessions.open(graph);
  private final Variables variables = new Variables(tf, 1, ConvolutionCases::wholeNumbers);
  private final VariableSnapshot reading = new VariableSnapshot(tf);
  private final Layers layers =
      new Layers(tf, variables, reading, Phase.TRAINING, new Noise(1, tf.constant(0L)), "net");
  private final List<Case> cases = new ArrayList<>();

  void add(Convolution convolution, int n, int height, int width, int in) {
    var x = numbers("x", Shape.of(n, height, width, in));
    var y = here().convolution(x, convolution);
    var kernel = kernel(KernelLayout.CANONICAL, convolution.kernel(), in, y);
    var plain = PlainProducts.of(convolution, n, height, width, in);
    cases.add(new Case(convolution + " of " + x.shape(), plain, x, kernel, y));
  }

  void add(TransposedConvolution convolution, int n, int height, int width, int in) {
    var x = numbers("x", Shape.of(n, height, width, in));
    var y = here().transposedConvolution(x, convolution);
    var kernel = kernel(KernelLayout.OUT_BEFORE_IN, convolution.kernel(), in, y);
    var plain = PlainProducts.of(convolution, n, height, width, in);
    cases.add(new Case(convolution + " of " + x.shape(), plain, x, kernel, y));
  }

  private Layers here() {
    return layers.in("case" + cases.size());
  }

  private Operand<TFloat32> numbers(String name, Shape shape) {
    return here().parameter(name, shape, ConvolutionCases::wholeNumbers);
  }

  /** The kernel that the layer has just asked for, as it lies in memory. */
  private Operand<TFloat32> kernel(KernelLayout layout, int edge, int in, Operand<TFloat32> y) {
    var shape = Shape.of(edge, edge, in, y.shape().get(3));
    return reading.value(variables.kernel("net/case" + cases.size() + "/kernel", shape, layout));
  }

  /** From -3 to 3. */
  private static Operand<TFloat32> wholeNumbers(Ops tf, Shape shape, Operand<TInt64> seed) {
    var drawn = tf.random.statelessRandomUniform(tf.constant(shape), seed);
    return tf.math.sub(tf.math.floor(tf.math.mul(drawn, tf.constant(7f))), tf.constant(3f));
  }

  /** Runs all of them several times, and compares each result with the sum of its products. */
  void assertHold(int runs) {
    variables.initialize(session);
    for (int run = 0; run < runs; run++) {
      var runner = session.runner();
      cases.forEach(one -> one.fetched().forEach(runner::fetch));
      try (var result = runner.run()) {
        for (int i = 0; i < cases.size(); i++) {
          cases.get(i).assertHolds(values(result, i * Case.FETCHED));
        }
      }
    }
  }

  private static List<float[]> values(Result result, int first) {
    return IntStream.range(first, first + Case.FETCHED)
        .mapToObj(i -> values((TFloat32) result.get(i)))
        .toList();
  }

  private static float[] values(TFloat32 tensor) {
    var values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values, false, false));
    for (int i = 0; i < values.length; i++) {
      values[i] += 0f; // no zero is negative
    }
    return values;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  /** A convolution with everything that can be asked of it. */
  private final class Case {
    static final int FETCHED = 9;
    private final String name;
    private final PlainProducts plain;
    private final ImmutableList<Operand<TFloat32>> fetched;

    Case(
        String name,
        PlainProducts plain,
        Operand<TFloat32> x,
        Operand<TFloat32> kernel,
        Operand<TFloat32> y) {
      this.name = name;
      this.plain = plain;
      var gradients = new GraphGradients(graph);
      var slope = numbers("slope", y.shape());
      var first = gradients.of(product(y, slope), ImmutableList.of(x, kernel));
      var direction = numbers("direction", x.shape());
      var second = gradients.of(product(first.get(0), direction), ImmutableList.of(slope, kernel));
      fetched =
          ImmutableList.<Operand<TFloat32>>builder()
              .addAll(List.of(x, kernel, slope, direction, y))
              .addAll(first)
              .addAll(second)
              .build();
    }

    private Operand<TFloat32> product(Operand<TFloat32> a, Operand<TFloat32> b) {
      return tf.reduceSum(tf.math.mul(a, b), tf.constant(new int[] {0, 1, 2, 3}));
    }

    ImmutableList<Operand<TFloat32>> fetched() {
      return fetched;
    }

    void assertHolds(List<float[]> values) {
      float[] x = values.get(0);
      float[] kernel = values.get(1);
      float[] slope = values.get(2);
      float[] direction = values.get(3);
      assertThat(values.get(4)).as(name).isEqualTo(plain.results(x, kernel));
      assertThat(values.get(5))
          .as("gradient to the image, %s", name)
          .isEqualTo(plain.imageGradients(slope, kernel));
      assertThat(values.get(6))
          .as("gradient to the kernel, %s", name)
          .isEqualTo(plain.kernelGradients(x, slope));
      assertThat(values.get(7))
          .as("its gradient to the result, %s", name)
          .isEqualTo(plain.results(direction, kernel));
      assertThat(values.get(8))
          .as("its gradient to the kernel, %s", name)
          .isEqualTo(plain.kernelGradients(direction, slope));
    }
  }
}
