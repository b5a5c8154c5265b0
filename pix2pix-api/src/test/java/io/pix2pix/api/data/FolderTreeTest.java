package io.pix2pix.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  @TempDir Path folder;

  @Test
  void listsFilesAndFoldersByName() throws IOException {
    Files.createDirectories(folder.resolve("train/deeper"));
    Files.writeString(folder.resolve("train/b.txt"), "12345");
    Files.writeString(folder.resolve("train/a.txt"), "");
    Files.createSymbolicLink(folder.resolve("train/c.txt"), folder.resolve("train/b.txt"));

    var listing = FileTree.folder(folder).list("train").orElseThrow();

    assertThat(listing.files())
        .extracting(FileTree.Entry::name)
        .containsExactly("a.txt", "b.txt", "c.txt");
    assertThat(listing.files()).extracting(FileTree.Entry::size).containsExactly(0L, 5L, 5L);
    assertThat(listing.folders()).containsExactly("deeper");
  }

  /** Whoever reads it is told; passed over, it would be missing without a word. */
  @Test
  void listsALinkToNothing() throws IOException {
    Files.createDirectories(folder.resolve("train"));
    Files.createSymbolicLink(folder.resolve("train/d.txt"), folder.resolve("nowhere"));

    assertThat(FileTree.folder(folder).list("train").orElseThrow().files())
        .containsExactly(new FileTree.Entry("d.txt", 0, 0));
  }

  @Test
  void staysAsItWasWhenItWasListed() throws IOException {
    var tree = FileTree.folder(folder);
    assertThat(tree.list("").orElseThrow().files()).isEmpty();
    Files.writeString(folder.resolve("a.txt"), "a");

    assertThat(tree.list("").orElseThrow().files()).isEmpty();
    assertThat(tree.list("train")).isEmpty();
  }

  @Test
  void readsAFileWhenAsked() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "12345");
    var tree = FileTree.folder(folder);

    assertThat(tree.open("a.txt").slice(1, 2).read()).containsExactly('2', '3');
    assertThat(tree.where("train/a.txt")).isEqualTo(folder.resolve("train/a.txt").toString());
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), "a");

    assertThatThrownBy(FileTree.folder(file)::check)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": is not a folder; name the folder that holds train, val and test");
    assertThatThrownBy(FileTree.folder(folder.resolve("none"))::check)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no such folder");
  }
}
