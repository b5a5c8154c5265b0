package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.testing.Provided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
  @TempDir Path folder;

  @Test
  void isAbsentOutsideOfARepository() {
    assertThat(Commit.of(folder)).isEmpty();
    assertThat(Commit.of(folder.resolve("none"))).isEmpty();
  }

  @Test
  void tellsWhetherFilesDifferFromIt() throws Exception {
    Provided.require(git("init", "-q"), "needs git on the PATH");
    Files.writeString(folder.resolve("a.txt"), "one");
    git("add", "a.txt");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "one");

    assertThat(Commit.of(folder))
        .hasValueSatisfying(
            commit -> {
              assertThat(commit.hash()).matches("[0-9a-f]{40}");
              assertThat(commit.dirty()).isFalse();
            });

    Files.writeString(folder.resolve("a.txt"), "two");
    assertThat(Commit.of(folder).orElseThrow().dirty()).isTrue();
  }

  private boolean git(String... arguments) throws InterruptedException {
    var command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    try {
      return start(command).waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
  }
}
