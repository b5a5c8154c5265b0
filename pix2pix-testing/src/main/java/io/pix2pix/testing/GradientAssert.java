package io.pix2pix.testing;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.GraphGradients;
import org.assertj.core.api.AbstractAssert;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Assertions on the gradient that TensorFlow computes of a function of one tensor. A failure names
 * the element that offends most. Used by one thread at a time.
 */
public final class GradientAssert extends AbstractAssert<GradientAssert, GradientAssert.Function> {
  /** A power of two, so that what is added to a value is what is taken from it. */
  private static final float STEP = 1f / 1024;

  GradientAssert(Function actual) {
    super(actual, GradientAssert.class);
  }

  /**
   * Passes if the gradient agrees with central differences, {@code (f(x + h) - f(x - h)) / 2h} with
   * {@code h = 1/1024} for each element. Choose values more than {@code h} away from where the
   * function has an edge.
   *
   * @param shape of {@code x}
   * @param x row by row
   * @param tolerance greatest difference, as a share of the greatest central difference
   */
  public GradientAssert agreesWithDifferences(Shape shape, float[] x, double tolerance) {
    isNotNull();
    try (var graph = new TestGraph()) {
      var point = new Point(graph, shape, actual);
      var gradient = point.gradient(x);
      var differences = point.differences(x);
      double greatest = greatest(differences);
      int worst = Elements.farthest(gradient, differences);
      double difference = Elements.difference(gradient, differences, worst);
      if (greatest == 0 || !(difference <= tolerance * greatest)) {
        throw failureWithActualExpected(
            gradient[worst],
            differences[worst],
            "Expecting gradient %s within %s of %s but was %s at %s of %s",
            differences[worst],
            tolerance,
            greatest,
            gradient[worst],
            Elements.position(worst, shape.asArray()),
            shape);
      }
    }
    return this;
  }

  /**
   * Passes if the gradient is 0 at every element.
   *
   * @param shape of {@code x}
   * @param x row by row
   * @param tolerance greatest absolute value
   */
  public GradientAssert isZero(Shape shape, float[] x, double tolerance) {
    isNotNull();
    try (var graph = new TestGraph()) {
      var gradient = new Point(graph, shape, actual).gradient(x);
      if (!(greatest(gradient) <= tolerance)) {
        throw failure("Expecting a gradient of 0 but its greatest value is %s", greatest(gradient));
      }
    }
    return this;
  }

  private static double greatest(float[] values) {
    double greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs((double) value));
    }
    return greatest;
  }

  /** A function of one tensor. */
  @FunctionalInterface
  public interface Function {
    /**
     * Adds the function to a graph.
     *
     * @param x of any static shape
     * @return scalar
     */
    Operand<TFloat32> of(TestGraph graph, Operand<TFloat32> x);
  }

  /** Where the function is looked at. */
  private static final class Point {
    private final TestGraph graph;
    private final Placeholder<TFloat32> input;
    private final Operand<TFloat32> value;
    private final Operand<TFloat32> gradient;

    Point(TestGraph graph, Shape shape, Function function) {
      this.graph = graph;
      input = graph.tf().placeholder(TFloat32.class, Placeholder.shape(shape));
      value = function.of(graph, input);
      gradient = new GraphGradients(graph.graph()).of(value, ImmutableList.of(input)).get(0);
      graph.initialize();
    }

    float[] gradient(float[] x) {
      return run(gradient, x);
    }

    float[] differences(float[] x) {
      var differences = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        differences[i] = (moved(x, i, STEP) - moved(x, i, -STEP)) / (2 * STEP);
      }
      return differences;
    }

    private float moved(float[] x, int at, float by) {
      var moved = x.clone();
      moved[at] += by;
      return run(value, moved)[0];
    }

    private float[] run(Operand<TFloat32> operand, float[] x) {
      try (var tensor = Tensors.ofArray(input.shape(), x);
          var result = graph.session().runner().feed(input, tensor).fetch(operand).run()) {
        return Tensors.toArray((TFloat32) result.get(0));
      }
    }
  }
}
