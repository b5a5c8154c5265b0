package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

class GraphSessionTest {
  /** What is added is multiplied. */
  private static final GraphOptimizer MULTIPLYING =
      (graph, nodes, plan, weights) -> {
        var changed = GraphDef.newBuilder().setVersions(nodes.getVersions());
        for (NodeDef node : nodes.getNodeList()) {
          boolean sum = node.getOp().startsWith("Add");
          changed.addNode(sum ? node.toBuilder().setOp("Mul").build() : node);
        }
        return new GraphOptimizer.Optimized(
            changed.build(), new GraphPlan("here", Map.of("sum " + nodes.getNodeCount(), "mul")));
      };

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);

  @BeforeEach
  void use() {
    Sessions.use(MULTIPLYING);
  }

  @AfterEach
  void close() {
    Sessions.use(GraphOptimizer.NONE);
    graph.close();
  }

  @Test
  void runsWhatTheOptimizerMade() {
    var sum = tf.math.add(tf.constant(3f), tf.constant(4f));

    try (var session = Sessions.open(graph)) {
      assertThat(value(session, sum)).isEqualTo(12);
      assertThat(session.plan().choices()).hasSize(1);
    }
  }

  @Test
  void runsAPlainGraphAsItWasBuilt() {
    var sum = tf.math.add(tf.constant(3f), tf.constant(4f));

    try (var session = Sessions.plain(graph)) {
      assertThat(value(session, sum)).isEqualTo(7);
    }
  }

  @Test
  void optimizesWhatIsAddedLater() {
    var first = tf.math.add(tf.constant(3f), tf.constant(4f));

    try (var session = Sessions.open(graph)) {
      assertThat(value(session, first)).isEqualTo(12);
      var second = tf.math.add(first, tf.constant(5f));
      assertThat(value(session, second)).isEqualTo(60);
      assertThat(session.plan().choices()).hasSize(2);
    }
  }

  @Test
  void variablesOfOneNameAreOne() {
    var variables = new Variables(tf, 1, Initializer.ZEROS);
    var variable = variables.zeros("weight", Shape.of(2));
    try (var session = Sessions.open(graph);
        var values = TFloat32.vectorOf(3, 4)) {
      variable.write(session, values);
      var later = tf.readVariableOp(variable.handle(), TFloat32.class);
      var twice = tf.math.mul(later, tf.constant(2f));

      try (var result = session.runner().fetch(twice).run()) {
        assertThat(((TFloat32) result.get(0)).getFloat(1)).isEqualTo(8);
      }
    }
  }

  private static float value(GraphSession session, Operand<TFloat32> operand) {
    try (var result = session.runner().fetch(operand).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }
}
