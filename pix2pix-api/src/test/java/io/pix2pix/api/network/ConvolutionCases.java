package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.GraphGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    add(convolution + " of " + x.shape(), plain, x, kernel, y);
  }

  void add(TransposedConvolution convolution, int n, int height, int width, int in) {
    var x = numbers("x", Shape.of(n, height, width, in));
    var y = here().transposedConvolution(x, convolution);
    var kernel = kernel(KernelLayout.OUT_BEFORE_IN, convolution.kernel(), in, y);
    var plain = PlainProducts.of(convolution, n, height, width, in);
    add(convolution + " of " + x.shape(), plain, x, kernel, y);
  }

  private void add(
      String name,
      PlainProducts plain,
      Operand<TFloat32> x,
      Operand<TFloat32> kernel,
      Operand<TFloat32> y) {
    var slope = numbers("slope", y.shape());
    cases.add(new Case(name, plain, x, kernel, y, slope, numbers("direction", x.shape())));
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
    var fetched = fetched();
    variables.initialize(session);
    for (int run = 0; run < runs; run++) {
      var runner = session.runner();
      fetched.forEach(runner::fetch);
      try (var result = runner.run()) {
        for (int i = 0; i < cases.size(); i++) {
          cases.get(i).assertHolds(values(result, i));
        }
      }
    }
  }

  /** Operands of every case, group by group: one gradient for all, as each takes its time. */
  private ImmutableList<Operand<TFloat32>> fetched() {
    var x = each(one -> one.x());
    var kernel = each(one -> one.kernel());
    var slope = each(one -> one.slope());
    var direction = each(one -> one.direction());
    var y = each(one -> one.y());
    var gradients = new GraphGradients(graph);
    var first = gradients.of(products(y, slope), both(x, kernel));
    var second =
        gradients.of(products(first.subList(0, cases.size()), direction), both(slope, kernel));
    return both(both(both(x, kernel), both(slope, direction)), both(y, both(first, second)));
  }

  private ImmutableList<Operand<TFloat32>> each(Function<Case, Operand<TFloat32>> part) {
    return cases.stream().map(part).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Operand<TFloat32>> both(
      ImmutableList<Operand<TFloat32>> some, ImmutableList<Operand<TFloat32>> more) {
    return ImmutableList.<Operand<TFloat32>>builder().addAll(some).addAll(more).build();
  }

  private Operand<TFloat32> products(
      ImmutableList<Operand<TFloat32>> some, ImmutableList<Operand<TFloat32>> others) {
    var sums = new ArrayList<Operand<TFloat32>>();
    for (int i = 0; i < some.size(); i++) {
      var product = tf.math.mul(some.get(i), others.get(i));
      sums.add(tf.reduceSum(product, tf.constant(new int[] {0, 1, 2, 3})));
    }
    return tf.math.addN(sums);
  }

  private List<float[]> values(Result result, int number) {
    return IntStream.range(0, Case.FETCHED)
        .mapToObj(group -> values((TFloat32) result.get(group * cases.size() + number)))
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

  /**
   * A convolution.
   *
   * @param slope what each number of the result counts in the sum that is differentiated
   * @param direction what each number of the gradient to the image counts in the second such sum
   */
  private record Case(
      String name,
      PlainProducts plain,
      Operand<TFloat32> x,
      Operand<TFloat32> kernel,
      Operand<TFloat32> y,
      Operand<TFloat32> slope,
      Operand<TFloat32> direction) {
    static final int FETCHED = 9;

    void assertHolds(List<float[]> values) {
      float[] xValues = values.get(0);
      float[] kernelValues = values.get(1);
      float[] slopeValues = values.get(2);
      float[] directionValues = values.get(3);
      assertThat(values.get(4)).as(name).isEqualTo(plain.results(xValues, kernelValues));
      assertThat(values.get(5))
          .as("gradient to the image, %s", name)
          .isEqualTo(plain.imageGradients(slopeValues, kernelValues));
      assertThat(values.get(6))
          .as("gradient to the kernel, %s", name)
          .isEqualTo(plain.kernelGradients(xValues, slopeValues));
      assertThat(values.get(7))
          .as("its gradient to the result, %s", name)
          .isEqualTo(plain.results(directionValues, kernelValues));
      assertThat(values.get(8))
          .as("its gradient to the kernel, %s", name)
          .isEqualTo(plain.kernelGradients(directionValues, slopeValues));
    }
  }
}
