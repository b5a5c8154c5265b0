package io.pix2pix.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.testing.ManyThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptModelsTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesTheOneThatWasUsedLongestAgo() {
    try (var kept = new KeptModels<String, Named>(2)) {
      use(kept, "a");
      use(kept, "b");
      use(kept, "a");

      use(kept, "c");

      assertThat(closed).containsExactly("b");
      assertThat(kept.size()).isEqualTo(2);
    }
    assertThat(closed).containsExactly("b", "a", "c");
  }

  @Test
  void leavesOneOpenUntilItsLastUserIsDone() {
    try (var kept = new KeptModels<String, Named>(1)) {
      kept.use(
          "a",
          () -> new Named("a"),
          a -> {
            use(kept, "b");
            use(kept, "c");
            assertThat(closed).containsExactly("b");
            return a;
          });

      assertThat(closed).containsExactly("b", "a");
    }
  }

  @Test
  void triesAgainWhereOneCouldNotBeOpened() {
    try (var kept = new KeptModels<String, Named>(1)) {
      assertThatThrownBy(() -> kept.use("a", KeptModelsTest::broken, Named::name))
          .hasMessage("broken");
      assertThat(kept.size()).isZero();

      assertThat(use(kept, "a")).isEqualTo("a");
    }
  }

  @Test
  void whoeverComesAfterTheEndIsRefused() {
    var kept = new KeptModels<String, Named>(1);
    use(kept, "a");

    kept.close();

    assertThat(closed).containsExactly("a");
    assertThatThrownBy(() -> use(kept, "a")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyThreadsNeverMeetAClosedModelAndAllAreClosedInTheEnd() throws InterruptedException {
    var opened = new AtomicInteger();
    Set<Counted> open = ConcurrentHashMap.newKeySet();
    try (var kept = new KeptModels<Integer, Counted>(2)) {
      ManyThreads.results(
          400,
          call ->
              kept.use(
                  call % 5,
                  () -> {
                    opened.incrementAndGet();
                    var made = new Counted(open);
                    open.add(made);
                    return made;
                  },
                  model -> assertThat(open).contains(model)));
    }

    assertThat(open).isEmpty();
    assertThat(opened.get()).isGreaterThanOrEqualTo(5);
  }

  private String use(KeptModels<String, Named> kept, String name) {
    return kept.use(name, () -> new Named(name), Named::name);
  }

  private static Named broken() {
    throw new IllegalArgumentException("broken");
  }

  private final class Named implements AutoCloseable {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }

  private static final class Counted implements AutoCloseable {
    private final Set<Counted> open;

    Counted(Set<Counted> open) {
      this.open = open;
    }

    @Override
    public void close() {
      open.remove(this);
    }
  }
}
