package io.pix2pix.data.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTest {
  @TempDir Path data;

  private final Paired paired = new Paired(Direction.AtoB, 0);

  private Pairs open(String split) {
    return DataSource.folder(data).open(paired).split(split);
  }

  private OpenedDataset open(Paired dataset) {
    return DataSource.folder(data).open(dataset);
  }

  private String checksum() {
    return open(paired).checksum("train").value();
  }

  @Test
  void takesTheLeftHalfAsConditionFromAtoB() {
    Path file = Pictures.write(data.resolve("train/1.png"), 2, 4);
    Image whole = ImageFiles.read(file);

    ImagePair pair = open("train").read(0);

    assertThat(pair.condition().shape()).isEqualTo(new ImageShape(2, 2, 3));
    assertThat(pair.condition().at(1, 0, 2)).isEqualTo(whole.at(1, 0, 2));
    assertThat(pair.target().at(1, 0, 2)).isEqualTo(whole.at(1, 2, 2));
  }

  @Test
  void takesTheRightHalfAsConditionFromBtoA() {
    Pictures.write(data.resolve("train/1.png"), 2, 4);

    ImagePair forth = open("train").read(0);
    ImagePair back = open(new Paired(Direction.BtoA, 0)).split("train").read(0);

    assertThat(back.condition()).isEqualTo(forth.target());
    assertThat(back.target()).isEqualTo(forth.condition());
  }

  @Test
  void declaresWhichHalfIsTheCondition() {
    assertThat(new Paired(Direction.AtoB, 0).conditionIsRightHalf()).isFalse();
    assertThat(new Paired(Direction.BtoA, 0).conditionIsRightHalf()).isTrue();
  }

  @Test
  void resizesHalvesToTheSizeAsked() {
    Pictures.write(data.resolve("train/1.png"), 10, 24);

    Pairs pairs = open(new Paired(Direction.AtoB, 8)).split("train");

    assertThat(pairs.shape(0).condition()).isEqualTo(new ImageShape(8, 8, 3));
    assertThat(pairs.read(0).target().shape()).isEqualTo(new ImageShape(8, 8, 3));
  }

  @Test
  void sortsByNameAndIgnoresOtherFiles() throws IOException {
    Pictures.write(data.resolve("val/b.png"), 2, 4);
    Pictures.write(data.resolve("val/a.JPG.jpg"), 2, 4);
    Pictures.write(data.resolve("val/.hidden.png"), 2, 4);
    Files.writeString(data.resolve("val/notes.txt"), "notes");

    Pairs pairs = open("val");

    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.name(0)).isEqualTo("a.JPG.jpg");
    assertThat(pairs.name(1)).isEqualTo("b.png");
    assertThat(pairs.shape(1).target()).isEqualTo(new ImageShape(2, 2, 3));
  }

  @Test
  void changesItsChecksumWithNamesAndContents() throws IOException {
    Path file = Pictures.write(data.resolve("train/1.png"), 2, 4);
    String before = checksum();
    assertThat(checksum()).isEqualTo(before).hasSize(64);

    Pictures.write(file, 4, 4);
    String changed = checksum();
    Files.move(file, file.resolveSibling("2.png"));

    assertThat(changed).isNotEqualTo(before);
    assertThat(checksum()).isNotEqualTo(changed);
  }

  @Test
  void hasSplitsThatHoldImages() throws IOException {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    Files.createDirectories(data.resolve("val"));

    assertThat(open(paired).has("train")).isTrue();
    assertThat(open(paired).has("val")).isFalse();
    assertThat(open(paired).has("test")).isFalse();
    assertThat(paired.has(Optional.empty(), "train")).isFalse();
  }

  @Test
  void refusesToWorkWithoutFolder() {
    assertThatThrownBy(() -> paired.open(Optional.empty(), "train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--data DIR");
  }

  @Test
  void refusesMissingFolders() {
    Path missing = data.resolve("nowhere");

    assertThatThrownBy(() -> DataSource.folder(missing).open(paired).split("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(missing + ": there is no such folder; name your data folder with --data DIR");
  }

  @Test
  void refusesFilesInPlaceOfFolders() {
    Path file = Pictures.write(data.resolve("1.png"), 2, 4);

    assertThatThrownBy(() -> DataSource.folder(file).open(paired).split("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1.png: is not a folder");
  }

  @Test
  void namesTheSplitsThatExist() {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    Pictures.write(data.resolve("test/1.png"), 2, 4);

    assertThatThrownBy(() -> open("val"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(data + ": has no split val; the splits in it are: test, train");
  }

  @Test
  void refusesFoldersWithoutPairs() throws IOException {
    Files.createDirectories(data.resolve("train"));

    assertThatThrownBy(() -> open("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there are no images in it")
        .hasMessageContaining("jpg, jpeg, png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.jpg", "cut.png"})
  void refusesTruncatedFilesWhenItOpens(String name) {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    Pictures.truncate(Pictures.write(data.resolve("train/" + name), 64, 128), 0.95);

    assertThatThrownBy(() -> open("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"more.jpg", "more.png"})
  void opensFilesThatHaveBytesAfterTheirEnd(String name) throws IOException {
    Path file = Pictures.write(data.resolve("train/" + name), 64, 128);
    Files.write(file, new byte[9], StandardOpenOption.APPEND);

    assertThat(open("train").shape(0).target()).isEqualTo(new ImageShape(64, 64, 3));
  }

  @Test
  void refusesEmptyFilesWhenItOpens() throws IOException {
    Files.createFile(Files.createDirectories(data.resolve("train")).resolve("none.jpg"));

    assertThatThrownBy(() -> open("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.jpg: the file is empty");
  }

  @Test
  void refusesFilesWhoseSizeChangedSinceItOpened() {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    var pairs = open("train");
    Pictures.write(data.resolve("train/1.png"), 2, 6);

    assertThatThrownBy(() -> pairs.read(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1.png: changed while it was in use");
  }

  @Test
  void refusesFilesWhoseContentsChangedSinceItOpened() {
    Pictures.write(data.resolve("train/1.png"), 20, 40);
    var pairs = open("train");
    ImageFiles.write(data.resolve("train/1.png"), Pictures.plain(20, 40, 0));

    assertThatThrownBy(() -> pairs.read(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1.png: changed while it was in use");
  }

  @Test
  void refusesOddWidthsWhenItOpens() {
    Pictures.write(data.resolve("train/odd.png"), 2, 5);

    assertThatThrownBy(() -> open("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("odd.png: the width of 5 pixels is odd");
  }

  @Test
  void refusesNegativeSizes() {
    assertThatThrownBy(() -> new Paired(Direction.AtoB, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size must be at least 0, not -1");
  }
}
