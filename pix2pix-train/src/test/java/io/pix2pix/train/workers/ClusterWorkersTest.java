package io.pix2pix.train.workers;

import static io.pix2pix.testing.PixAssertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Sessions;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A cluster of one worker, which sums what it has alone: this class fails where TensorFlow for Java
 * is another version than the one whose inside is used. The server lives as long as the process of
 * the tests.
 */
class ClusterWorkersTest {
  private static ClusterWorkers alone;

  @BeforeAll
  static void join() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var patience = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5));
    alone =
        ClusterWorkers.join(
            Cluster.local(ImmutableList.of(port), 0),
            patience,
            problem -> {
              throw new AssertionError(problem);
            });
  }

  @Test
  void sumsAndTheirGradientsAreComputedByTheServer() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var x = tf.constant(new float[] {1, 2});
      var square = tf.math.square(alone.sum(tf, x));
      var gradient = new GraphGradients(graph).of(square, ImmutableList.of(x)).get(0);

      try (var session = Sessions.open(graph, GraphPlan.EMPTY, Precision.FLOAT32, alone);
          var result = session.runner().fetch(square).fetch(gradient).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(new float[] {1, 4}, 0);
        assertThat((TFloat32) result.get(1)).isCloseTo(new float[] {2, 4}, 0);
      }
    }
  }

  @Test
  void numbersAreExchanged() {
    Assertions.assertThat(alone.exchange(7, Long.MIN_VALUE))
        .isDeepEqualTo(new long[][] {{7, Long.MIN_VALUE}});
  }

  @Test
  void aWorkerAgreesWithItself() {
    new Meeting(ImmutableMap.of("experiment", "name: x")).hold(alone);
  }
}
