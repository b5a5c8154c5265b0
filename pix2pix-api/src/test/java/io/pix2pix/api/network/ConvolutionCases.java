package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;

/**
 * A graph of convolutions of whole numbers, each with its gradients of first and second order.
 * Floats hold every sum of such small numbers exactly, in any order.
 */
final class ConvolutionCases implements AutoCloseable {
  /** Rewriting the graph would take most of the time, and leaves convolutions as they are. */
  private static final ConfigProto WITHOUT_REWRITING =
      ConfigProto.newBuilder()
          .setGraphOptions(
              GraphOptions.newBuilder()
                  .setOptimizerOptions(
                      OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                  .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
          .build();

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = new Session(graph, WITHOUT_REWRITING);
  private final Random random = new Random(1);
  private final List<Case> cases = new ArrayList<>();

  void add(Convolution convolution, int n, int height, int width, int in) {
    int edge = convolution.kernel();
    var x = numbers(Shape.of(n, height, width, in));
    var kernel = numbers(Shape.of(edge, edge, in, convolution.filters()));
    var plain = PlainProducts.of(convolution, n, height, width, in);
    var y = Convolutions.convolve(tf, x.placeholder(), kernel.placeholder(), convolution);
    add(convolution + " of " + x.shape(), plain, x, kernel, y);
  }

  void add(TransposedConvolution convolution, int n, int height, int width, int in) {
    int edge = convolution.kernel();
    var x = numbers(Shape.of(n, height, width, in));
    var kernel = numbers(Shape.of(edge, edge, convolution.filters(), in));
    var plain = PlainProducts.of(convolution, n, height, width, in);
    var y = Convolutions.transposed(tf, x.placeholder(), kernel.placeholder(), convolution);
    add(convolution + " of " + x.shape(), plain, x, kernel, y);
  }

  private void add(
      String name, PlainProducts plain, Numbers x, Numbers kernel, Operand<TFloat32> y) {
    cases.add(new Case(name, plain, x, kernel, y, numbers(y.shape()), numbers(x.shape())));
  }

  /** From -3 to 3. */
  private Numbers numbers(Shape shape) {
    var values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(7) - 3;
    }
    return new Numbers(
        tf.placeholder(TFloat32.class, Placeholder.shape(shape)), shape, Floats.asList(values));
  }

  /** Runs all of them several times, and compares each result with the sum of its products. */
  void assertHold(int runs) {
    var fetched = fetched();
    for (int run = 0; run < runs; run++) {
      try (var result = run(fetched)) {
        for (int i = 0; i < cases.size(); i++) {
          cases.get(i).assertHolds(result, i, cases.size());
        }
      }
    }
  }

  private Result run(List<Output<?>> fetched) {
    var runner = session.runner();
    fetched.forEach(runner::fetch);
    var fed = new ArrayList<TFloat32>();
    try {
      for (var one : cases) {
        for (var numbers : List.of(one.x(), one.kernel(), one.slope(), one.direction())) {
          fed.add(TFloat32.tensorOf(numbers.shape(), DataBuffers.of(numbers.values())));
          runner.feed(numbers.placeholder(), fed.get(fed.size() - 1));
        }
      }
      return runner.run();
    } finally {
      fed.forEach(TFloat32::close);
    }
  }

  /** Operands of every case, group by group: one gradient for all, as each takes its time. */
  private ImmutableList<Output<?>> fetched() {
    var y = each(one -> one.y().asOutput());
    var x = each(one -> one.x().output());
    var kernel = each(one -> one.kernel().output());
    var slope = each(one -> one.slope().output());
    var direction = each(one -> one.direction().output());
    var first = gradients(y, both(x, kernel), slope);
    var second = gradients(first.subList(0, cases.size()), both(slope, kernel), direction);
    return both(y, both(first, second));
  }

  private ImmutableList<Output<?>> each(Function<Case, Output<?>> part) {
    return cases.stream().map(part).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Output<?>> both(List<Output<?>> some, List<Output<?>> more) {
    return ImmutableList.<Output<?>>builder().addAll(some).addAll(more).build();
  }

  private ImmutableList<Output<?>> gradients(
      List<Output<?>> ys, List<Output<?>> xs, List<Output<?>> slopes) {
    return ImmutableList.copyOf(graph.addGradients(null, array(ys), array(xs), array(slopes)));
  }

  private static Output<?>[] array(List<Output<?>> outputs) {
    return outputs.toArray(Output<?>[]::new);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  /** What is fed. */
  private record Numbers(Placeholder<TFloat32> placeholder, Shape shape, List<Float> list) {
    Output<?> output() {
      return placeholder.asOutput();
    }

    float[] values() {
      return Floats.toArray(list);
    }
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
      Numbers x,
      Numbers kernel,
      Operand<TFloat32> y,
      Numbers slope,
      Numbers direction) {

    /** Results of all cases lie group by group. */
    void assertHolds(Result result, int number, int cases) {
      assertThat(values(result, number))
          .as(name)
          .isEqualTo(plain.results(x.values(), kernel.values()));
      assertThat(values(result, cases + number))
          .as("gradient to the image, %s", name)
          .isEqualTo(plain.imageGradients(slope.values(), kernel.values()));
      assertThat(values(result, 2 * cases + number))
          .as("gradient to the kernel, %s", name)
          .isEqualTo(plain.kernelGradients(x.values(), slope.values()));
      assertThat(values(result, 3 * cases + number))
          .as("its gradient to the result, %s", name)
          .isEqualTo(plain.results(direction.values(), kernel.values()));
      assertThat(values(result, 4 * cases + number))
          .as("its gradient to the kernel, %s", name)
          .isEqualTo(plain.kernelGradients(direction.values(), slope.values()));
    }

    private static float[] values(Result result, int place) {
      var tensor = (TFloat32) result.get(place);
      var values = new float[(int) tensor.size()];
      tensor.copyTo(DataBuffers.of(values, false, false));
      for (int i = 0; i < values.length; i++) {
        values[i] += 0f; // no zero is negative
      }
      return values;
    }
  }
}
