package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.data.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedOverTest {
  @TempDir Path folder;

  @Test
  void namesFoldersHiddenFilesAndFormatsThatAreNotRead() throws IOException {
    for (var name : new String[] {"a.png", ".DS_Store", "._a.png", "Thumbs.db", "b.avif"}) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("masks"));

    assertThat(PassedOver.in(FileTree.folder(folder), ""))
        .contains(
            "5 files and folders that are not read: masks/, .DS_Store, ._a.png, Thumbs.db, b.avif");
  }

  @Test
  void namesTwelveAndCountsTheOthers() throws IOException {
    for (int i = 0; i < 15; i++) {
      Files.createFile(folder.resolve("%02d.txt".formatted(i)));
    }

    assertThat(PassedOver.in(FileTree.folder(folder), "").orElseThrow())
        .startsWith("15 files and folders that are not read: 00.txt, ")
        .endsWith("11.txt and 3 more");
  }

  @Test
  void isSilentWhereAllAreImages() throws IOException {
    Files.createFile(folder.resolve("a.png"));

    assertThat(PassedOver.in(FileTree.folder(folder), "")).isEmpty();
  }
}
