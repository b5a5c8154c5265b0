package io.pix2pix.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.testing.Tensors;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A parameter (1, -2) after four steps with the gradients below and a learning rate of 0.1. What is
 * expected was made with {@code torch.optim} of PyTorch 2.13: {@code SGD}, {@code RMSprop}, {@code
 * Adam} and {@code AdamW} with the settings that stand here.
 */
class OptimizersTest {
  private static final float[][] GRADIENTS = {{0.5f, -1}, {0.25f, 2}, {-1, 0.5f}, {0.1f, 0}};
  private static final ParameterGroup GROUP = new ParameterGroup("group");

  @ParameterizedTest
  @MethodSource("references")
  void takesTheStepsOfPyTorch(Optimizer optimizer, float first, float second) {
    try (var graph = new TestGraph()) {
      assertThat(afterAllSteps(graph, optimizer))
          .containsExactly(new float[] {first, second}, Offset.offset(2e-6f));
    }
  }

  private static Stream<Arguments> references() {
    return Stream.of(
        Arguments.of(new StochasticGradientDescent(0.1, 0, false), 1.015f, -2.15f),
        Arguments.of(new StochasticGradientDescent(0.1, 0.9, false), 0.9403f, -2.2931f),
        Arguments.of(new StochasticGradientDescent(0.1, 0.9, true), 0.96127f, -2.41379f),
        Arguments.of(new RootMeanSquare(0.1, 0.9, 0.01), 0.808753f, -2.047343f),
        Arguments.of(new Adam(0.1, 0.5, 0.999, 0.01), 0.908583f, -2.046276f),
        Arguments.of(new AdamW(0.1, 0.5, 0.999, 0.01, 0.1), 0.87309f, -1.968622f));
  }

  @Test
  void descentWithoutMomentumKeepsNothing() {
    try (var graph = new TestGraph()) {
      afterAllSteps(graph, new StochasticGradientDescent(0.1, 0, false));

      assertThat(graph.variables().all()).hasSize(1);
    }
  }

  @Test
  void descentDoesNotLookAheadWithoutMomentum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StochasticGradientDescent(0.1, 0, true))
        .withMessageContaining("momentum, which is 0; give a momentum such as 0.9");
  }

  private static float[] afterAllSteps(TestGraph graph, Optimizer optimizer) {
    var tf = graph.tf();
    graph
        .layers("group", Phase.TRAINING)
        .parameter("p", Shape.of(2), (ops, shape, seed) -> ops.constant(new float[] {1, -2}));
    var parameter = graph.variables().parametersOf(GROUP).get(0);
    var gradient = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
    var update = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    var changes =
        optimizer.update(
            tf,
            (name, like) -> graph.variables().zerosLike(name, like),
            ImmutableList.of(new Optimizer.Gradient(parameter, gradient)),
            tf.constant((float) optimizer.learningRate()),
            update);
    graph.initialize();
    for (int step = 0; step < GRADIENTS.length; step++) {
      try (var value = Tensors.ofArray(Shape.of(2), GRADIENTS[step]);
          var number = TInt64.scalarOf(step + 1)) {
        var runner = graph.session().runner().feed(gradient, value).feed(update, number);
        changes.forEach(runner::addTarget);
        runner.run();
      }
    }
    return graph.get("group/p");
  }
}
