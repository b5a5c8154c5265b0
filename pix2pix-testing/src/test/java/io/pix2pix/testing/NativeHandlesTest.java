package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class NativeHandlesTest {
  private NativeHandles before = NativeHandles.now();

  /** The first constant of a process leaves a little memory open, once. */
  @BeforeEach
  void makeAConstant() {
    try (var graph = new Graph()) {
      Ops.create(graph).constant(1);
    }
    before = NativeHandles.now();
  }

  @Test
  void namesTensorsThatAreOpenUntilTheyAreClosed() {
    try (var first = TFloat32.scalarOf(1);
        var second = TInt32.scalarOf(2)) {
      assertThat(before.openedSince()).containsExactly("TF_Tensor", "TF_Tensor");
      assertThat(first.getFloat() + second.getInt()).isEqualTo(3);
    }

    assertThat(before.openedSince()).isEmpty();
  }

  @Test
  void seesGraphsAndSessionsAndWhatTheyGive() {
    try (var graph = new Graph();
        var session = new Session(graph)) {
      var two = Ops.create(graph).constant(2);
      assertThat(before.openedSince()).containsOnly("TF_Graph", "TF_Session");
      try (var result = session.runner().fetch(two).run()) {
        assertThat(before.openedSince()).contains("TF_Tensor").hasSize(3);
        assertThat(((TInt32) result.get(0)).getInt()).isEqualTo(2);
      }
    }

    assertThat(before.openedSince()).isEmpty();
  }

  @Test
  void garbageCollectionHidesNothing() throws InterruptedException {
    NativeHandles.keepWhatIsForgotten();
    forgetATensor();

    for (int i = 0; i < 5; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(50);
    }

    assertThat(before.openedSince()).containsExactly("TF_Tensor");
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static void forgetATensor() {
    assertThat(TFloat32.scalarOf(1).getFloat()).isOne();
  }

  @Test
  void whatWasOpenBeforeDoesNotCount() {
    try (var earlier = TFloat32.scalarOf(1)) {
      var since = NativeHandles.now();

      assertThat(since.openedSince()).isEmpty();
      assertThat(before.openedSince()).containsExactly("TF_Tensor");
      assertThat(earlier.getFloat()).isOne();
    }
  }
}
