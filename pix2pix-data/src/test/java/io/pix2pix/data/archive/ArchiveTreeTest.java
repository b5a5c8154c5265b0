package io.pix2pix.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.folders.WebDataset;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTreeTest {
  private static final String[] NAMES = {
    "train/label/a.png", "train/photo/a.png", "train/label/b.png", "train/photo/b.png"
  };
  private static final TwoFolders FOLDERS = new TwoFolders("label", "photo", 0);

  @TempDir Path folder;

  private static Pairs open(Path archive, Dataset dataset, String split) {
    return DataSource.of(Optional.of(archive)).open(dataset).split(split);
  }

  private static List<String> names(Pairs pairs) {
    return IntStream.range(0, pairs.size()).mapToObj(pairs::name).toList();
  }

  private static void assertRefused(Path archive, String message) {
    assertThatThrownBy(() -> open(archive, FOLDERS, "train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(archive + message);
  }

  @Test
  void everyLayoutReadsAnArchiveAsAFolder() throws IOException {
    var plain = folder.resolve("plain");
    for (var name : NAMES) {
      Files.createDirectories(plain.resolve(name).getParent());
      ImageFiles.write(plain.resolve(name), Archives.picture(name.contains("a.") ? 2 : 3));
    }
    var expected = open(plain, FOLDERS, "train");
    for (var archive :
        List.of(
            Archives.tar(folder.resolve("a.tar"), NAMES),
            Archives.zip(folder.resolve("a.zip"), NAMES),
            Archives.compressedTar(folder.resolve("a.tar.gz"), NAMES))) {
      var pairs = open(archive, FOLDERS, "train");

      assertThat(names(pairs)).containsExactly("a.png", "b.png");
      assertThat(pairs.read(1)).isEqualTo(expected.read(1));
      assertThat(pairs.checksum(Coverage.FULL)).isEqualTo(expected.checksum(Coverage.FULL));
    }
  }

  @Test
  void aFolderThatHoldsEverythingIsLeftOutOfNames() {
    var archive =
        Archives.tar(folder.resolve("a.tar"), "./facades/train/1.png", "./facades/test/2.png");

    var pairs = open(archive, new Paired(Direction.AtoB, 0), "train");

    assertThat(names(pairs)).containsExactly("1.png");
    assertThat(FileTree.of(archive).where("train/1.png")).isEqualTo(archive + "/train/1.png");
  }

  /** Names of more than 100 characters have a header of their own. */
  @Test
  void largeFilesOfATarAreSteppedOver() throws IOException {
    var archive = folder.resolve("a.tar");
    var name = "train/" + "n".repeat(150) + ".png";
    var picture = Files.readAllBytes(Pictures.write(folder.resolve("picture.png"), 1, 2));
    var large = new byte[100_000];
    try (var tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (var one : List.of("train/1.bin", "train/2.png", "train/3.bin", name)) {
        var bytes = one.endsWith("bin") ? large : picture;
        var entry = new TarArchiveEntry(one);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }

    var pairs = new Paired(Direction.AtoB, 0).open(Optional.of(FileTree.of(archive)), "train");

    assertThat(names(pairs)).containsExactly("2.png", "n".repeat(150) + ".png");
    assertThat(pairs.read(1)).isEqualTo(pairs.read(0));
  }

  @Test
  void shardsWhoseNamesBeginWithSplitsAreThese() {
    Archives.tar(folder.resolve("train-000.tar"), "01.condition.png", "01.target.png");
    Archives.tar(folder.resolve("train-001.tar"), "02.condition.png", "02.target.png");
    Archives.tar(folder.resolve("validation-000.tar"), "03.condition.png", "03.target.png");
    var all = folder.resolve("{train-{000..001},validation-000}.tar");
    var dataset = new WebDataset("condition", "target", 0);

    assertThat(names(open(all, dataset, "train")))
        .containsExactly("01.target.png", "02.target.png");
    assertThat(names(open(all, dataset, "val"))).containsExactly("03.target.png");
    assertThat(names(open(folder.resolve("*.tar"), dataset, "train"))).hasSize(2);
  }

  @Test
  void shardsWithoutSplitsAreSplitByNames() {
    Archives.tar(folder.resolve("a-0.tar"), "1.condition.png", "1.target.png"); // 0.446
    Archives.tar(folder.resolve("a-1.tar"), "3.condition.png", "3.target.png"); // 0.029
    var dataset = new WebDataset("condition", "target", 0);

    assertThat(names(open(folder.resolve("a-{0..1}.tar"), dataset, "test")))
        .containsExactly("3.target.png");
  }

  @Test
  void aShardThatIsMissingIsNamed() {
    Archives.tar(folder.resolve("a-0.tar"), "1.condition.png", "1.target.png");

    assertThatThrownBy(() -> open(folder.resolve("a-{0..1}.tar"), FOLDERS, "train"))
        .hasMessage(
            folder.resolve("a-1.tar") + ": there is no such archive; name yours with --data");
    assertThatThrownBy(() -> open(folder.resolve("b.zip"), FOLDERS, "train"))
        .hasMessage(folder.resolve("b.zip") + ": there is no such archive; name yours with --data");
  }

  @Test
  void archivesThatAreCutAreRefused() throws IOException {
    for (var archive :
        List.of(
            Archives.tar(folder.resolve("a.tar"), NAMES),
            Archives.zip(folder.resolve("a.zip"), NAMES),
            Archives.compressedTar(folder.resolve("a.tgz"), NAMES))) {
      var bytes = Files.readAllBytes(archive);
      var kept = archive.toString().endsWith("tar") ? 3 * 1024 + 600 : bytes.length - 30;
      Files.write(archive, Arrays.copyOf(bytes, kept));

      assertRefused(archive, ": is no such archive, or damaged or cut short (");
    }
  }

  @Test
  void archivesOfWhichNextToNothingIsLeftAreRefused() throws IOException {
    for (var name : List.of("a.tar", "a.zip", "a.tgz")) {
      var archive = Files.createFile(folder.resolve(name));
      assertRefused(archive, ": the file is empty; copy it again");

      Files.writeString(archive, "train");
      assertRefused(archive, ": is no such archive, or damaged or cut short (");
    }
  }

  /** Else a file would have another name than it was stored with, and nobody would know. */
  @Test
  void aTarWithADamagedHeaderIsRefused() throws IOException {
    for (var name : List.of("train/label/a.png", "train/label/" + "a".repeat(100) + ".png")) {
      var archive = Archives.tar(folder.resolve("a.tar"), name);
      var bytes = Files.readAllBytes(archive);
      int header = bytes.length - 512 - bytes.length % 512;
      for (int at = 0; at < bytes.length; at += 512) {
        header =
            new String(bytes, at, 5, StandardCharsets.ISO_8859_1).equals("train") ? at : header;
      }
      bytes[header + 1] ^= 1;
      Files.write(archive, bytes);

      assertRefused(archive, ": is no such archive, or damaged or cut short (the header of ");
    }
  }

  @Test
  void namesAreInUtf8WhateverTheLocale() {
    var names = new String[] {"train/label/\u5199.png", "train/photo/\u5199.png"};
    for (var archive :
        List.of(
            Archives.tar(folder.resolve("a.tar"), names),
            Archives.zip(folder.resolve("a.zip"), names),
            Archives.compressedTar(folder.resolve("a.tgz"), names))) {
      assertThat(names(open(archive, FOLDERS, "train"))).containsExactly("\u5199.png");
    }
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    for (var name : List.of("a.tar", "a.zip", "a.tgz")) {
      var archive = folder.resolve(name);
      Files.writeString(archive, "<html>".repeat(400));

      assertRefused(archive, ": is no such archive, or damaged or cut short (");
    }
  }

  @Test
  void namesThatLeadOutOfAnArchiveAreRefused() {
    for (var name : List.of("../x.png", "train/../../x.png", "/etc/x.png", "C:/x.png")) {
      assertRefused(
          Archives.zip(folder.resolve("a.zip"), "train/1.png", name),
          ": has an entry " + name + ", which leads out of it; make the archive anew");
      assertRefused(
          Archives.tar(folder.resolve("a.tar"), "train/1.png", name),
          ": has an entry " + name + ", which leads out of it; make the archive anew");
    }
  }

  @Test
  void twoEntriesOfOneNameAreRefused() {
    assertRefused(
        Archives.tar(folder.resolve("a.tar"), "train/1.png", "train/1.png"),
        ": has two files named train/1.png; keep one of them");
  }

  @Test
  void picturesThatAreLinksAreRefused() {
    assertRefused(
        Archives.tar(folder.resolve("a.tar"), "train/1.png", "train/2.png@"),
        ": train/2.png is a link or device, not a file; make the archive anew with tar"
            + " --dereference --hard-dereference");
  }

  @Test
  void archivesInArchivesAreNotLookedInto() {
    assertRefused(
        Archives.tar(folder.resolve("a.tar"), "x/b.zip", "y/c.txt"),
        "/train/label: there is no such folder");
  }

  @Test
  void archivesOfTooManyEntriesAreRefused() throws IOException {
    var index = new ArchiveIndex();
    for (int i = 0; i < ArchiveIndex.MOST_ENTRIES; i++) {
      index.count(folder);
    }
    assertThatThrownBy(() -> index.count(folder))
        .hasMessageEndingWith(
            "has more than 2000000 entries; divide it into several archives, or unpack it");

    var archive = Archives.zip(folder.resolve("a.zip"), NAMES);
    var bytes = ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(bytes.capacity() - 22 + 12, 300 << 20); // the length of the table of contents
    Files.write(archive, bytes.array());

    assertRefused(archive, ": has more than 2000000 entries");
  }

  @Test
  void encryptedArchivesAreRefused() throws IOException {
    var archive = Archives.zip(folder.resolve("a.zip"), NAMES);
    var text = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
    int entry = text.indexOf("PK\1\2");
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    bytes[entry + 8] |= 1; // the flag of encrypted entries
    Files.write(archive, bytes);

    assertRefused(archive, ": is encrypted; unpack it with its password, and name the folder");
  }

  @Test
  void damagedContentsAreNamed() throws IOException {
    var archive = Archives.zip(folder.resolve("a.zip"), NAMES);
    var text = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int sum = text.indexOf("PK\1\2") + 16;
    bytes[sum] ^= 1;
    Files.write(archive, bytes);

    var pairs = DataSource.of(Optional.of(archive)).open(FOLDERS).dataset();
    assertThatThrownBy(() -> pairs.open(Optional.of(FileTree.of(archive)), "train").read(0))
        .hasMessageStartingWith(archive + "/train/label/a.png: cannot be read")
        .hasMessageContaining("its checksum is another");
  }

  @Test
  void anArchiveThatIsWrittenWhileItIsUsedIsNamed() throws IOException {
    var archive = Archives.tar(folder.resolve("a.tar"), NAMES);
    var pairs = open(archive, FOLDERS, "train");
    Archives.tar(archive, "train/label/a.png");

    assertThatThrownBy(() -> pairs.read(1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            archive + ": changed while it was in use; leave the data alone until the work is done");
  }

  @Test
  void threadsThatAreInterruptedDoNotCloseAnArchive() throws InterruptedException {
    var archive = Archives.zip(folder.resolve("a.zip"), NAMES);
    var pairs = open(archive, FOLDERS, "train");
    var reader =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              pairs.read(0);
            });
    reader.start();
    reader.join();

    assertThat(pairs.read(1).condition()).isEqualTo(Archives.picture(3));
  }
}
