package io.pix2pix.graph.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.graph.ConvolutionOptimizer;
import io.pix2pix.graph.calibration.FormulationChoice;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.types.TFloat32;

class FixedWeightsTest {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Placeholder<TFloat32> x =
      tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
  private final Variable<TFloat32> weight =
      new Variables(tf, 1, Initializer.ZEROS).zeros("weight", Shape.of(2));
  private final Operand<TFloat32> read = tf.readVariableOp(weight.handle(), TFloat32.class);
  private final Operand<TFloat32> twice = tf.math.mul(read, tf.constant(2f));

  @BeforeEach
  void use() {
    Sessions.use(
        new ConvolutionOptimizer(ImmutableSet.of(), FormulationChoice.PLAIN, () -> "here"));
  }

  @AfterEach
  void close() {
    Sessions.use(GraphOptimizer.NONE);
    graph.close();
  }

  @Test
  void whatIsMadeOfWeightsIsComputedOnce() {
    var sum = tf.math.add(x, twice);

    try (var session = Sessions.openFixed(graph, Precision.FLOAT32)) {
      write(session, 3, 4);
      session.prepare();
      assertThat(run(session, x, sum)).containsExactly(7, 9);

      write(session, 30, 40);
      assertThat(run(session, x, sum)).containsExactly(7, 9);
    }
  }

  @Test
  void weightsThatMayChangeAreReadEachTime() {
    var sum = tf.math.add(x, twice);

    try (var session = Sessions.open(graph)) {
      write(session, 3, 4);
      session.prepare();
      write(session, 30, 40);

      assertThat(run(session, x, sum)).containsExactly(61, 81);
    }
  }

  @Test
  void whatIsAddedLaterIsPreparedLater() {
    try (var session = Sessions.openFixed(graph, Precision.FLOAT32)) {
      var sum = tf.math.add(x, twice);
      write(session, 3, 4);
      session.prepare();
      var other = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
      var difference = tf.math.sub(other, twice);
      session.prepare();

      assertThat(run(session, other, difference)).containsExactly(-5, -7);
      assertThat(run(session, x, sum)).containsExactly(7, 9);
    }
  }

  @Test
  void equalResultsShareAVariableAndOthersDoNot() {
    var again = tf.math.mul(read, tf.constant(2f));
    var thrice = tf.math.mul(read, tf.constant(3f));
    var results = List.of(tf.math.add(x, twice), tf.math.add(x, again), tf.math.sub(x, thrice));

    var variables =
        FixedWeights.read(graph.toGraphDef()).kept(GraphPlan.EMPTY).nodes().getNodeList().stream()
            .map(node -> node.getAttrOrDefault("shared_name", AttrValue.getDefaultInstance()))
            .map(name -> name.getS().toStringUtf8())
            .filter(name -> name.startsWith("kept/"))
            .toList();

    assertThat(variables).hasSize(3);
    assertThat(new HashSet<>(variables)).hasSize(2);
    try (var session = Sessions.openFixed(graph, Precision.FLOAT32)) {
      write(session, 3, 4);
      session.prepare();
      assertThat(run(session, x, results.get(0))).containsExactly(7, 9);
      assertThat(run(session, x, results.get(1))).containsExactly(7, 9);
      assertThat(run(session, x, results.get(2))).containsExactly(-8, -11);
    }
  }

  @Test
  void operationsOnOtherWeightsHaveOtherResults() {
    var other = new Variables(tf, 1, Initializer.ZEROS).zeros("other", Shape.of(2));
    var twiceOther =
        tf.math.mul(tf.readVariableOp(other.handle(), TFloat32.class), tf.constant(2f));
    var sum = tf.math.add(tf.math.add(x, twice), twiceOther);

    try (var session = Sessions.openFixed(graph, Precision.FLOAT32)) {
      write(session, 3, 4);
      try (var values = TFloat32.vectorOf(100, 200)) {
        other.write(session, values);
      }
      session.prepare();
      assertThat(run(session, x, sum)).containsExactly(207, 409);
    }
  }

  @Test
  void whatIsAddedLaterReadsWhatIsKeptAlready() {
    try (var session = Sessions.openFixed(graph, Precision.FLOAT32)) {
      var sum = tf.math.add(x, twice);
      write(session, 3, 4);
      session.prepare();
      var other = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
      var difference = tf.math.sub(other, tf.math.mul(read, tf.constant(2f)));
      write(session, 30, 40);
      session.prepare();

      // One variable: what was kept of the same result is what was prepared last.
      assertThat(run(session, other, difference)).containsExactly(-59, -79);
      assertThat(run(session, x, sum)).containsExactly(61, 81);
    }
  }

  @Test
  void onlyWeightsAndConstantsDoNotDependOnInputs() {
    var sum = tf.math.add(x, twice);
    var weights = FixedWeights.read(graph.toGraphDef());

    assertThat(weights.has(twice.op().name())).isTrue();
    assertThat(weights.has(sum.op().name())).isFalse();
    assertThat(weights.has(x.op().name())).isFalse();
  }

  private void write(GraphSession session, float first, float second) {
    try (var values = TFloat32.vectorOf(first, second)) {
      weight.write(session, values);
    }
  }

  /** With ones as input. */
  private static float[] run(
      GraphSession session, Operand<TFloat32> input, Operand<TFloat32> result) {
    try (var ones = TFloat32.vectorOf(1, 1);
        var results = session.runner().feed(input, ones).fetch(result).run()) {
      var values = (TFloat32) results.get(0);
      return new float[] {values.getFloat(0), values.getFloat(1)};
    }
  }
}
