package io.pix2pix.models.normalization;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Workers;
import io.pix2pix.testing.TestGraph;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Values 1, 2, 3, 6: mean 3, variance 3.5 over the batch, 14/3 without bias. */
@Tag("numerical")
class BatchNormalizationTest {
  private static final BatchNormalization EXACT = new BatchNormalization(0.5);

  @Test
  void subtractsTheMeanOfTheBatchAndDividesByItsDeviation() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 2, 2, 1), 1, 2, 3, 6);
      var y = EXACT.build(graph.layers("n", Phase.translation(Statistics.BATCH, false)), x);
      graph.set("n/scale", 2);
      graph.set("n/offset", 10);

      try (var result = graph.session().runner().fetch(y).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(new float[] {8, 9, 10, 13}, 1e-5);
      }
    }
  }

  @Test
  void usesRunningAveragesWhereThePhaseSaysSo() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 1, 2, 1), 1, 4);
      var y = EXACT.build(graph.layers("n", Phase.translation(Statistics.RUNNING, false)), x);
      graph.set("n/scale", 1);
      graph.set("n/offset", 0);
      graph.set("n/mean", 1);
      graph.set("n/variance", 8.5f);

      try (var result = graph.session().runner().fetch(y).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(new float[] {0, 1}, 1e-6);
      }
    }
  }

  @Test
  void movesRunningAveragesATenthOfTheWayInTraining() {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Shape.of(1, 2, 2, 1), 1, 2, 3, 6);
      EXACT.build(graph.layers("n", Phase.TRAINING), x);
      graph.initialize();
      var runner = graph.session().runner();
      graph.snapshot().writes(graph.tf(), variable -> true).forEach(runner::addTarget);
      runner.run();

      assertThat(graph.get("n/mean")).containsExactly(0.3f);
      assertThat(graph.get("n/variance"))
          .containsExactly(new float[] {0.9f + 1.4f / 3}, Offset.offset(1e-6f));
    }
  }

  /** One worker has 1 and 2, the other 3 and 6, of which it tells mean and variance. */
  @Test
  void synchronizedWorkersNormalizeByTheWholeBatch() {
    try (var graph = new TestGraph()) {
      var noise = new Noise(1, graph.tf().constant(0L));
      var layers =
          new Layers(
              graph.tf(),
              graph.variables(),
              graph.snapshot(),
              Phase.TRAINING,
              noise,
              "n",
              new First());
      var x = graph.constant(Shape.of(1, 1, 2, 1), 1, 2);
      var y = new BatchNormalization(0.5, true).build(layers, x);
      graph.initialize();
      graph.set("n/scale", 1);
      graph.set("n/offset", 0);
      var runner = graph.session().runner().fetch(y);
      graph.snapshot().writes(graph.tf(), variable -> true).forEach(runner::addTarget);

      try (var result = runner.run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(new float[] {-1, -0.5f}, 1e-6);
      }
      assertThat(graph.get("n/mean")).containsExactly(new float[] {0.3f}, Offset.offset(1e-6f));
      assertThat(graph.get("n/variance"))
          .containsExactly(new float[] {0.9f + 1.4f / 3}, Offset.offset(1e-6f));
    }
  }

  private static final class First implements Workers {
    @Override
    public int count() {
      return 2;
    }

    @Override
    public Operand<TFloat32> everyones(Ops tf, Operand<TFloat32> own) {
      var other = tf.constant(new float[][][] {{{4.5f}, {2.25f}}});
      return tf.concat(List.of(own, other), tf.constant(0));
    }
  }
}
