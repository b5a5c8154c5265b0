package io.pix2pix.train.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateLockTest {
  private static final int TIMES = 100;

  @TempDir private Path folder;

  @Test
  void threadsAndProcessesThatCountTogetherLoseNothing() throws Exception {
    Files.writeString(folder.resolve("count"), "0");
    var processes = List.of(counting(), counting());
    var threads = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 3; i++) {
      threads.add(CompletableFuture.runAsync(() -> count(folder)));
    }

    for (var thread : threads) {
      thread.join();
    }
    for (var process : processes) {
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }

    assertThat(folder.resolve("count")).hasContent(String.valueOf(5 * TIMES));
  }

  @Test
  void worksBesideATrainingThatHasTheFolder() {
    var answer = FolderLock.during(folder, () -> UpdateLock.during(folder, () -> "updated"));

    assertThat(answer).isEqualTo("updated");
  }

  private Process counting() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Counting.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static void count(Path folder) {
    for (int i = 0; i < TIMES; i++) {
      var next = UpdateLock.during(folder, () -> next(folder.resolve("count")));
      assertThat(next).isPositive();
    }
  }

  private static int next(Path file) {
    try {
      int next = Integer.parseInt(Files.readString(file)) + 1;
      Files.writeString(file, String.valueOf(next));
      return next;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Counts in a process of its own. */
  static final class Counting {
    private Counting() {}

    public static void main(String[] folder) {
      count(Path.of(folder[0]));
    }
  }
}
