package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void nobodyElseGetsInMeanwhileAndSomebodyDoesAfterwards() {
    int answer =
        FolderLock.during(
            folder,
            () -> {
              assertThatThrownBy(() -> FolderLock.requireIdle(folder))
                  .isInstanceOf(InvalidInputException.class)
                  .hasMessage(
                      folder + ": another pix2pix is at work in it; wait for its end, or stop it");
              return 42;
            });

    assertThat(answer).isEqualTo(42);
    FolderLock.requireIdle(folder);
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
}
