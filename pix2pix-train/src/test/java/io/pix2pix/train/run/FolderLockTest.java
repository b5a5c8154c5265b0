package io.pix2pix.train.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T09:30:00Z");

  /** No process has such a number: Linux ends at 2^22. */
  private static final long ENDED = 1L << 30;

  @TempDir private Path folder;

  @Test
  void nobodyElseGetsInMeanwhileAndSomebodyDoesAfterwards() {
    int answer =
        FolderLock.during(
            folder,
            () -> {
              assertThatThrownBy(() -> FolderLock.requireIdle(folder))
                  .isInstanceOf(InvalidInputException.class)
                  .hasMessageStartingWith(
                      folder
                          + ": another pix2pix is at work in it (process "
                          + ProcessHandle.current().pid()
                          + " on host ")
                  .hasMessageContaining(", since 2")
                  .hasMessageEndingWith("; wait for its end, or stop it");
              return 42;
            });

    assertThat(answer).isEqualTo(42);
    FolderLock.requireIdle(folder);
  }

  @Test
  void anotherThreadThatIsRefusedDoesNotGiveItBack() {
    FolderLock.during(
        folder,
        () -> {
          for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(CompletableFuture.runAsync(() -> FolderLock.requireIdle(folder)))
                .failsWithin(Duration.ofSeconds(10));
          }
          return "refused twice";
        });
  }

  @Test
  void anotherProcessIsToldWhoHasIt() throws Exception {
    var code =
        FolderLock.during(
            folder,
            () -> {
              var process =
                  new ProcessBuilder(
                          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                          "-cp",
                          System.getProperty("java.class.path"),
                          Asking.class.getName(),
                          folder.toString())
                      .redirectErrorStream(true)
                      .start();
              var said = new String(process.getInputStream().readAllBytes(), UTF_8);
              assertThat(said).contains("(process " + ProcessHandle.current().pid() + " on host ");
              return process.waitFor();
            });

    assertThat(code).isEqualTo(3);
  }

  /** Asks for a lock from a process of its own. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] folder) {
      try {
        FolderLock.requireIdle(Path.of(folder[0]));
      } catch (InvalidInputException e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }

  @Test
  void workThatFailsGivesItBackToo() {
    assertThatThrownBy(
            () ->
                FolderLock.during(
                    folder,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    FolderLock.requireIdle(folder);
  }

  @Test
  void theFileThatIsLeftOfAnotherTimeLocksNothing() throws IOException {
    Files.writeString(folder.resolve(".lock"), "left");

    FolderLock.requireIdle(folder);
  }

  @Test
  void aProcessThatEndedOnThisMachineLocksNothing() throws IOException {
    var here = LockHolder.current();
    leave(new LockHolder(here.host(), here.boot(), ENDED, SINCE));

    FolderLock.requireIdle(folder);

    assertThat(folder.resolve(".lock")).isEmptyFile();
  }

  @Test
  void theLockOfAnotherMachineHoldsUntilItIsBroken() throws IOException {
    leave(new LockHolder("elsewhere", "another", 4711, SINCE));

    assertThatThrownBy(() -> FolderLock.requireIdle(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder
                + ": another pix2pix is at work in it, or was when its machine stopped (process"
                + " 4711 on host elsewhere, since 2026-03-01T09:30:00Z); wait for its end, or give"
                + " --break-lock if it no longer runs");
    FolderLock.breakLock(folder);

    FolderLock.requireIdle(folder);
  }

  @Test
  void theLockOfWorkThatGoesOnIsNotBroken() {
    FolderLock.during(
        folder,
        () -> {
          assertThatThrownBy(() -> FolderLock.breakLock(folder))
              .isInstanceOf(InvalidInputException.class)
              .hasMessageContaining("another pix2pix is at work in it (process ");
          return "refused";
        });
  }

  @Test
  void whereThereIsNoLockNothingIsBroken() {
    FolderLock.breakLock(folder);
    FolderLock.breakLock(folder.resolve("missing"));

    assertThat(folder).isEmptyDirectory();
  }

  private void leave(LockHolder holder) throws IOException {
    Files.writeString(folder.resolve(".lock"), holder.text());
  }
}
