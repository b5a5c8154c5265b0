package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class WorkersTest {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);

  @AfterEach
  void close() {
    graph.close();
  }

  /** The second of two workers, of which the first has twice as much. */
  private static final class Second implements Workers {
    private final List<Shape> sums = new ArrayList<>();

    @Override
    public int count() {
      return 2;
    }

    @Override
    public int index() {
      return 1;
    }

    @Override
    public Operand<TFloat32> sum(Ops ops, Operand<TFloat32> x) {
      sums.add(x.shape());
      return ops.math.mul(x, ops.constant(3f));
    }
  }

  @Test
  void aProcessThatIsAloneAddsNothingToItsGraph() {
    Operand<TFloat32> x = tf.constant(new float[][] {{1, 2}});
    long before = operations();

    assertThat(Workers.ALONE.sum(tf, x)).isSameAs(x);
    assertThat(Workers.ALONE.mean(tf, x)).isSameAs(x);
    assertThat(Workers.ALONE.own(tf, x)).isSameAs(x);
    assertThat(Workers.ALONE.everyones(tf, x)).isSameAs(x);
    assertThat(Workers.ALONE.means(tf, ImmutableList.of(x))).containsExactly(x);
    assertThat(operations()).isEqualTo(before);
  }

  @Test
  void aMeanIsTheSumOverTheNumberOfWorkers() {
    assertThat(value(new Second().mean(tf, tf.constant(new float[][] {{2, 4}}))))
        .isDeepEqualTo(new float[][] {{3, 6}});
  }

  @Test
  void aWorkerHasItsRowsAndHearsThoseOfOthers() {
    var second = new Second();
    Operand<TFloat32> all = tf.constant(new float[][] {{1}, {2}, {3}, {4}});

    assertThat(value(second.own(tf, all))).isDeepEqualTo(new float[][] {{3}, {4}});
    assertThat(value(second.everyones(tf, tf.constant(new float[][] {{5}, {6}}))))
        .as("times 3, as this sum is")
        .isDeepEqualTo(new float[][] {{0}, {0}, {15}, {18}});
  }

  @Test
  void smallTensorsTravelTogetherAndLargeOnesAlone() {
    var second = new Second();
    var large = tf.zeros(tf.constant(new long[] {7_000_000}), TFloat32.class);
    var xs =
        ImmutableList.<Operand<TFloat32>>of(
            tf.constant(new float[][] {{2}}), tf.constant(new float[][] {{4, 6}}), large);

    var means = second.means(tf, xs);

    assertThat(second.sums).containsExactly(Shape.of(7_000_000), Shape.of(3));
    assertThat(value(means.get(0))).isDeepEqualTo(new float[][] {{3}});
    assertThat(value(means.get(1))).isDeepEqualTo(new float[][] {{6, 9}});
    assertThat(means.get(2).shape()).isEqualTo(Shape.of(7_000_000));
  }

  private long operations() {
    return graph.toGraphDef().getNodeCount();
  }

  private float[][] value(Operand<TFloat32> x) {
    try (var session = Sessions.plain(graph);
        var result = session.runner().fetch(x).run()) {
      return StdArrays.array2dCopyOf((TFloat32) result.get(0));
    }
  }
}
