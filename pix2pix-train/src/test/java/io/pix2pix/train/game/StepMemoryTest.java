package io.pix2pix.train.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Maps of 256 floats are 1024 bytes. */
class StepMemoryTest {

  /** Of a = x + x, b = a + a, c = b + a, the first is needed until the end: three at once. */
  @Test
  void countsTensorsFromTheirOperationToTheLastThatTakesThem() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var x = images(tf);
      var a = tf.math.add(x, x);
      var b = tf.math.add(a, a);
      var c = tf.math.add(tf.reshape(b, tf.constant(new int[] {1, 256})), a);

      assertThat(StepMemory.of(graph, ImmutableList.of(c))).isEqualTo(3 * 1024);
    }
  }

  /** In a chain, each is gone when the one after the next is made: two at once. */
  @Test
  void leavesOutWhatIsNotNeededAnyMore() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var last = tf.math.neg(tf.math.neg(tf.math.neg(tf.math.neg(images(tf)))));

      assertThat(StepMemory.of(graph, ImmutableList.of(last))).isEqualTo(2 * 1024);
    }
  }

  @Test
  void leavesOutWhatTheStepDoesNotRun() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var used = tf.math.neg(images(tf));
      tf.fill(tf.constant(new int[] {1000, 1000}), tf.constant(0f));

      assertThat(StepMemory.of(graph, ImmutableList.of(used))).isEqualTo(1024);
    }
  }

  private static Placeholder<TFloat32> images(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, 256)));
  }
}
