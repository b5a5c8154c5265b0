package io.pix2pix.bench.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackgroundTrackingTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofHours(1);

  /** A study of no cells. */
  @TempDir private Path study;

  @BeforeEach
  void plan() throws IOException {
    Files.writeString(study.resolve("study.yaml"), "name: none\n");
  }

  @Test
  void theEndDoesNotWaitForATrackerThatNeverAnswers() throws Exception {
    var silent = new Silent();

    var tracking = begin(silent, LONG, AT_ONCE);
    assertThat(silent.asked.await(30, TimeUnit.SECONDS)).isTrue();
    tracking.close();

    assertThat(silent.left.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatComesAfterTheLastLookIsSentAtTheEnd() throws Exception {
    var counting = new Counting();

    var tracking = begin(counting, LONG, LONG);
    assertThat(counting.begun.await(30, TimeUnit.SECONDS)).isTrue();
    Files.createDirectory(study.resolve("report"));
    Files.writeString(study.resolve("report/index.html"), "done");
    tracking.close();

    assertThat(counting.files.get()).isEqualTo(2);
  }

  private BackgroundTracking begin(TrackerClient client, Duration often, Duration patience) {
    return BackgroundTracking.begin(new Tracking(client, "here"), study, often, patience);
  }

  /** Says nothing until it is interrupted. */
  private static final class Silent extends Counting {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    @Override
    public String begin(Start start) throws IOException, InterruptedException {
      asked.countDown();
      try {
        new CountDownLatch(1).await();
      } finally {
        left.countDown();
      }
      return "never";
    }
  }

  /** Takes everything. */
  private static class Counting implements TrackerClient {
    final CountDownLatch begun = new CountDownLatch(1);
    final AtomicInteger files = new AtomicInteger();

    @Override
    public String begin(Start start) throws IOException, InterruptedException {
      return "1";
    }

    @Override
    public void log(String id, List<Value> values) {}

    @Override
    public boolean store(String id, String path, Path file) {
      files.incrementAndGet();
      begun.countDown();
      return true;
    }

    @Override
    public void say(String id, State state, Instant time) {}
  }
}
