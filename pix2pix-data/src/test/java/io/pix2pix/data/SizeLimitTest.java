package io.pix2pix.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.list.ImageFolder;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SizeLimitTest {
  @TempDir Path data;

  private void assertRefused(Path named, Dataset dataset, String message) {
    assertThatThrownBy(() -> DataSource.of(Optional.of(named)).open(dataset).split("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  private Path sparse(String name, long bytes) throws IOException {
    var file = data.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    try (var made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(bytes);
    }
    return file;
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    var pipe = data.resolve(name);
    Files.createDirectories(pipe.resolveSibling(""));
    var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
    return pipe;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pairs.csv", "pairs.tsv", "pairs.jsonl"})
  void listsOfGigabytesAreRefusedBeforeTheyAreRead(String name) throws IOException {
    var list = sparse(name, 3L << 30);

    assertRefused(
        data,
        new ListedPairs(name, 0),
        list + ": is larger than 256 MB; a list of pairs has at most that: check the path");
  }

  @Test
  void soIsMetadata() throws IOException {
    var list = sparse("train/metadata.jsonl", 3L << 30);

    assertRefused(
        data,
        new ImageFolder(0),
        list + ": is larger than 256 MB; a list of pairs has at most that: check the path");
  }

  @Test
  void aPaletteOfMoreThanAMegabyteIsNone() throws IOException {
    Pictures.write(data.resolve("train/label/1.png"), 2, 2);
    Pictures.write(data.resolve("train/photo/1.png"), 2, 2);
    var palette = sparse(Dataset.PALETTE, 3L << 30);

    assertRefused(
        data,
        new TwoFolders("label", "photo", 0),
        palette + ": is larger than 1 MB; a palette has at most that: check the path");
  }

  @Test
  void picturesOfGigabytesAreRefusedBeforeTheyAreRead() throws IOException {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    var head = Files.readAllBytes(data.resolve("train/1.png"));
    var picture = sparse("train/1.png", 3L << 30);
    try (var file = new RandomAccessFile(picture.toFile(), "rw")) {
      file.write(head);
    }
    var pairs = new Paired(Direction.AtoB, 0).open(DataSource.folder(data).files(), "train");

    assertThatThrownBy(() -> pairs.read(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(picture + ": is larger than 1 GB; an image has at most that: check the path");
  }

  @Test
  void aPipeAmongPicturesIsToldAndNotWaitedFor() throws IOException, InterruptedException {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    var pipe = pipe("train/2.png");

    assertRefused(
        data,
        new Paired(Direction.AtoB, 0),
        pipe + ": is a device or a pipe; give the path of a file of the data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.zip", "a.tgz"})
  void aPipeInThePlaceOfAnArchiveIsToldAndNotWaitedFor(String name)
      throws IOException, InterruptedException {
    var pipe = pipe(name);

    assertRefused(
        pipe,
        new Paired(Direction.AtoB, 0),
        pipe + ": is a device or a pipe; give the path of an archive");
  }
}
