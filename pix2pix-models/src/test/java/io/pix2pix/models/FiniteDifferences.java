package io.pix2pix.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Variable;
import io.pix2pix.testing.TestGraph;
import org.assertj.core.data.Offset;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Compares gradients with what happens when weights are moved a little. */
public final class FiniteDifferences {
  private FiniteDifferences() {}

  /**
   * Passes if the derivative along some direction agrees for every parameter of a parameter group.
   *
   * @param y a scalar that depends on all of them
   * @param distance moved in that direction, either way
   * @param tolerance relative to the derivative, and for those below 1 absolute
   */
  public static void assertGradients(
      TestGraph graph,
      ParameterGroup group,
      Operand<TFloat32> y,
      double distance,
      double tolerance) {
    var parameters = graph.variables().parametersOf(group);
    var read =
        parameters.stream().map(graph.snapshot()::value).collect(ImmutableList.toImmutableList());
    var gradients = new GraphGradients(graph.graph()).of(y, read);
    assertThat(parameters).isNotEmpty();
    for (int i = 0; i < parameters.size(); i++) {
      var name = parameters.get(i).name();
      var direction = direction(parameters.get(i));
      double expected = difference(graph, parameters.get(i), y, direction, distance);
      assertThat(product(graph.run(gradients.get(i)), direction))
          .as(name)
          .isCloseTo(expected, Offset.offset(tolerance * Math.max(1, Math.abs(expected))));
    }
  }

  /** Of a kernel the same at all channels, as its gradient may lie in another order of channels. */
  private static float[] direction(Variable<?> parameter) {
    var shape = parameter.shape();
    int same = parameter.name().endsWith("/kernel") ? (int) (shape.get(2) * shape.get(3)) : 1;
    var places = Scattered.values(parameter.name() + "/direction", parameter.size() / same);
    var direction = new float[Math.toIntExact(parameter.size())];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = places[i / same];
    }
    return direction;
  }

  private static double difference(
      TestGraph graph,
      Variable<TFloat32> parameter,
      Operand<TFloat32> y,
      float[] direction,
      double distance) {
    var before = graph.get(parameter.name());
    graph.set(parameter.name(), moved(before, direction, distance));
    double ahead = graph.scalar(y);
    graph.set(parameter.name(), moved(before, direction, -distance));
    double behind = graph.scalar(y);
    graph.set(parameter.name(), before);
    return (ahead - behind) / (2 * distance);
  }

  private static float[] moved(float[] values, float[] direction, double distance) {
    var moved = new float[values.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (float) (values[i] + distance * direction[i]);
    }
    return moved;
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
