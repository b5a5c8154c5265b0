package io.pix2pix.data.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.check.DataInspection;
import io.pix2pix.data.check.SplitReport;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.photo.Colorization;
import io.pix2pix.data.photo.Inpainting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedTest {
  private static final Paired PAIRED = new Paired(Direction.AtoB, 0);
  private static final TwoFolders FOLDERS = new TwoFolders("label", "photo", 0);

  @TempDir Path data;

  @BeforeEach
  void drawPictures() {
    for (var name : List.of("1", "2", "3", "4")) {
      Pictures.write(data.resolve("a/train/" + name + ".png"), 2, 4);
    }
    Pictures.write(data.resolve("b/train/label/1.png"), 2, 2);
    Pictures.write(data.resolve("b/train/photo/1.png"), 2, 2);
    Pictures.write(data.resolve("b/train/label/2.png"), 2, 2);
    Pictures.write(data.resolve("b/train/photo/2.png"), 2, 2);
    Pictures.write(data.resolve("b/val/label/9.png"), 2, 2);
    Pictures.write(data.resolve("b/val/photo/9.png"), 2, 2);
  }

  private Pairs open(String split, MixedSet... sets) {
    return DataSource.folder(data).open(new Mixed(ImmutableList.copyOf(sets), 1)).split(split);
  }

  private static List<String> names(Pairs pairs) {
    return IntStream.range(0, pairs.size()).mapToObj(pairs::name).toList();
  }

  @Test
  void setsOfEqualWeightsComeUpEquallyOften() {
    var pairs = open("train", new MixedSet(PAIRED, 1, "a"), new MixedSet(FOLDERS, 1, "b"));

    assertThat(names(pairs))
        .containsExactly(
            "a-1.png", "a-2.png", "a-3.png", "a-4.png", "b-1.png", "b-2.png", "b-1.png", "b-2.png")
        .satisfies(names -> assertThat(Collections.frequency(names, "b-1.png")).isEqualTo(2));
    assertThat(pairs.read(5).condition())
        .isEqualTo(ImageFiles.read(data.resolve("b/train/label/2.png")));
  }

  /** Four pairs of weight 1 make 4, so that weight 1.25 makes 5 of two: twice, and one again. */
  @Test
  void weightsSayHowOftenPairsComeUp() {
    var pairs = open("train", new MixedSet(PAIRED, 1, "a"), new MixedSet(FOLDERS, 1.25, "b"));
    var again = open("train", new MixedSet(PAIRED, 1, "a"), new MixedSet(FOLDERS, 1.25, "b"));

    assertThat(names(pairs)).hasSize(9).isEqualTo(names(again));
    assertThat(names(pairs).stream().filter(name -> name.startsWith("b-"))).hasSize(5);
    assertThat(names(open("train", new MixedSet(PAIRED, 1, "a"), new MixedSet(FOLDERS, 0.1, "b"))))
        .hasSize(22); // 2 / 0.1 = 20 of a, so that each of b comes up once
  }

  @Test
  void pairsOfOtherSplitsComeUpOnce() {
    assertThat(names(open("val", new MixedSet(PAIRED, 1, "a"), new MixedSet(FOLDERS, 7, "b"))))
        .containsExactly("b-9.png");
  }

  @Test
  void setsOfOtherChannelsAreRefused() {
    assertThatThrownBy(
            () ->
                open(
                    "train",
                    new MixedSet(PAIRED, 1, "a"),
                    new MixedSet(new Colorization(0), 1, "a")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mix sets of the same channels");
  }

  @Test
  void whatIsDoneAfterAugmentationIsDoneToNoOtherSet() {
    assertThatThrownBy(
            () ->
                open(
                    "train",
                    new MixedSet(PAIRED, 1, "a"),
                    new MixedSet(new Inpainting(0, 0.5), 1, "a")))
        .hasMessageContaining("mix it with sets of the same data only");
  }

  @Test
  void whoeverLooksAtTheDataMeetsEachPairOnceWhateverTheWeights() {
    var mixed =
        new Mixed(
            ImmutableList.of(new MixedSet(PAIRED, 1000, "a"), new MixedSet(FOLDERS, 0.001, "b")),
            1);

    var report =
        new DataInspection(mixed, "mixed", Optional.empty())
            .report(FileTree.of(data), ProgressListener.NONE);

    assertThat(report.splits())
        .extracting(SplitReport::name, SplitReport::pairs)
        .containsExactly(tuple("train", 6), tuple("val", 1));
  }

  @Test
  void aDamagedFileIsNamedOnceHoweverOftenItComesUp() throws IOException {
    Pictures.truncate(data.resolve("b/train/photo/2.png"), 0.5);
    var source = DataSource.folder(data);
    var mixed =
        new Mixed(ImmutableList.of(new MixedSet(PAIRED, 1, "a"), new MixedSet(FOLDERS, 3, "b")), 1);

    assertThatThrownBy(
            () ->
                source
                    .open(mixed)
                    .checkedSplit(
                        "train", Files.createTempDirectory(data, "cache"), ProgressListener.NONE))
        .hasMessageStartingWith(data.resolve("b/train/photo/2.png") + ": ")
        .hasMessageContaining("or leave its pair out with data.onBadImage: skip");
  }

  @Test
  void aSetThatIsMissingIsNamed() {
    assertThatThrownBy(() -> open("train", new MixedSet(PAIRED, 1, "c")))
        .hasMessage(
            data.resolve("c") + ": there is no such folder; data.sets names one for each set");
    assertThatThrownBy(() -> new MixedSet(PAIRED, 1, "../a"))
        .hasMessageStartingWith("folder must be one below the data folder");
    assertThatThrownBy(() -> new Mixed(ImmutableList.of(), 1))
        .hasMessage("sets must have at least one data set");
  }
}
