package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {
  @Test
  void givesTheResultsInTheOrderOfTheCalls() throws InterruptedException {
    assertThat(ManyThreads.results(5, i -> i * i)).containsExactly(0, 1, 4, 9, 16);
  }

  @Test
  void eightAreUnderWayAtOnce() throws InterruptedException {
    var all = new CyclicBarrier(8);

    assertThat(ManyThreads.results(8, i -> all.await(1, TimeUnit.MINUTES))).hasSize(8);
  }

  @Test
  void tellsWhyACallFailed() {
    assertThatThrownBy(
            () ->
                ManyThreads.results(
                    3,
                    i -> {
                      if (i == 1) {
                        throw new IllegalStateException("the second");
                      }
                      return i;
                    }))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("the second");
  }
}
