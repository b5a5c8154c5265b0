package io.pix2pix.train.run;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
  void whatAKilledProcessLeftIsRemovedLater() throws IOException {
    var old = folder.resolve(".a.txt.1-1.part");
    Files.writeString(old, "half of something long", CREATE_NEW);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    var now = folder.resolve(".a.txt.2-1.part");
    Files.writeString(now, "half of", CREATE_NEW);

    AtomicFiles.discardOldParts(folder);

    assertThat(folder.toFile().list()).containsExactly(now.getFileName().toString());
  }

  @Test
  void whereNobodyElseWritesItIsRemovedAtOnce() throws IOException {
    Files.writeString(folder.resolve(".step.safetensors.2-1.part"), "half of", CREATE_NEW);

    AtomicFiles.discardParts(folder);

    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void twoWhoWriteOneFileAtOnceDoNotMixIt() {
    var file = folder.resolve("a.txt");

    AtomicFiles.write(
        file,
        out -> {
          out.write("outer ".getBytes(StandardCharsets.UTF_8));
          AtomicFiles.write(file, "inner");
          out.write("whole".getBytes(StandardCharsets.UTF_8));
        });

    assertThat(file).hasContent("outer whole");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void ofSeveralFilesAllAreWrittenOrNone() throws IOException {
    var texts = new LinkedHashMap<Path, String>();
    texts.put(folder.resolve("a.txt"), "new");
    texts.put(folder.resolve("missing/b.txt"), "new");
    AtomicFiles.write(folder.resolve("a.txt"), "old");

    assertThatThrownBy(() -> AtomicFiles.writeAll(texts)).isInstanceOf(InvalidInputException.class);
    assertThat(folder.resolve("a.txt")).hasContent("old");
    Files.createDirectory(folder.resolve("missing"));
    AtomicFiles.writeAll(texts);

    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(folder.resolve("missing/b.txt")).hasContent("new");
  }

  @Test
  void namesTheFileWhenItsFolderIsMissing() {
    var file = folder.resolve("missing").resolve("a.txt");

    assertThatThrownBy(() -> AtomicFiles.write(file, "text"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": cannot be written (");
  }
}
