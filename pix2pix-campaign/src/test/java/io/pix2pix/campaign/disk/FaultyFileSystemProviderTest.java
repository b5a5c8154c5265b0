package io.pix2pix.campaign.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.campaign.disk.HaltedProcess.HaltedError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyFileSystemProviderTest {
  @TempDir Path real;
  private Path folder;
  private Path file;

  @BeforeEach
  void place() throws IOException {
    var provider = new FaultyFileSystemProvider(FileSystems.getDefault().provider());
    folder = provider.getPath(real.toUri());
    file = folder.resolve("file");
    Files.writeString(file, "before");
  }

  @AfterEach
  void repair() {
    Disk.disarm();
  }

  @Test
  void worksAsTheSystemsOwnUntilAFaultIsArmed() throws IOException {
    var other = Files.move(file, folder.resolve("other"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(Files.readString(other)).isEqualTo("before");
    assertThat(real.resolve("other")).hasContent("before");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(other);
    }
    assertThat(folder.relativize(other).toString()).isEqualTo("other");
    assertThat(other.getParent()).isEqualTo(folder);
    assertThat(Files.isDirectory(folder)).isTrue();
  }

  @Test
  void aFullDiskTakesAsManyBytesAsItHasSpaceFor() {
    Disk.arm(folder, new FullDisk(4));

    assertThatThrownBy(() -> Files.writeString(file, "after it"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("No space left on device");
    assertThat(real.resolve("file")).hasContent("afte");
  }

  @Test
  void aReadOnlyDiskRefusesEveryChangeAndCanBeRead() throws IOException {
    Disk.arm(folder, new ReadOnlyDisk());

    assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> Files.createDirectory(folder.resolve("new")))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(Files.readString(file)).isEqualTo("before");
    assertThat(Files.deleteIfExists(folder.resolve("missing"))).isFalse();
  }

  @Test
  void elsewhereTheDiskWorks() throws IOException {
    Disk.arm(folder.resolve("runs"), new ReadOnlyDisk());

    Files.writeString(file, "after");

    assertThat(real.resolve("file")).hasContent("after");
  }

  @Test
  void aHaltedProcessTearsAWriteAndCleansNothingUp() {
    Disk.arm(folder, new HaltedProcess(1)); // opening the file

    assertThatThrownBy(() -> Files.writeString(file, "after it")).isInstanceOf(HaltedError.class);
    assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(HaltedError.class);
    assertThat(real.resolve("file")).hasContent("afte");
  }

  @Test
  void aFolderVanishesAtItsChange() throws IOException {
    Files.createDirectory(folder.resolve("run"));
    Disk.arm(folder, new VanishingFolder(folder.resolve("run"), 2));

    Files.delete(file);
    Files.createDirectory(folder.resolve("other"));
    assertThat(real.resolve("run")).exists();
    Files.createDirectory(folder.resolve("third"));

    assertThat(real.resolve("run")).doesNotExist();
    assertThat(real.resolve("third")).exists();
  }
}
