package io.pix2pix.train.run;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void replacesAFile() {
    var file = folder.resolve("a.txt");

    AtomicFiles.write(file, "one, and more");
    AtomicFiles.write(file, "zwei: ü");

    assertThat(file).hasContent("zwei: ü");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void keepsTheOldFileWhenWritingFailsHalfWay() {
    var file = folder.resolve("a.txt");
    AtomicFiles.write(file, "old");

    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file + ": cannot be written (No space left on device)");

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void writesOverWhatAKilledProcessLeft() throws IOException {
    Files.writeString(folder.resolve(".a.txt.part"), "half of something long", CREATE_NEW);

    AtomicFiles.write(folder.resolve("a.txt"), "whole");

    assertThat(folder.resolve("a.txt")).hasContent("whole");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void namesTheFileWhenItsFolderIsMissing() {
    var file = folder.resolve("missing").resolve("a.txt");

    assertThatThrownBy(() -> AtomicFiles.write(file, "text"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": cannot be written (");
  }
}
