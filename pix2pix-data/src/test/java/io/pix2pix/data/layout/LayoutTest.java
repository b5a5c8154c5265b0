package io.pix2pix.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.photo.Colorization;
import io.pix2pix.data.pixels.PixelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  private static final TwoFolders CITYSCAPES =
      new TwoFolders(
          "leftImg8bit/{split}/{city}/{name}_leftImg8bit.png",
          "gtFine/{split}/{city}/{name}_gtFine_labelIds.png",
          0);

  @TempDir Path data;

  private void picture(String... files) {
    for (int i = 0; i < files.length; i++) {
      Pictures.write(data.resolve(files[i]), 2 + i / 2, 4);
    }
  }

  private Pairs open(Dataset dataset, String split) {
    return DataSource.folder(data).open(dataset).split(split);
  }

  private static List<String> names(Pairs pairs) {
    return IntStream.range(0, pairs.size()).mapToObj(pairs::name).toList();
  }

  @Test
  void cityscapesIsReadAsItIsPublished() {
    picture(
        "leftImg8bit/train/aachen/aachen_000000_000019_leftImg8bit.png",
        "gtFine/train/aachen/aachen_000000_000019_gtFine_labelIds.png",
        "leftImg8bit/train/bochum/bochum_000000_000313_leftImg8bit.png",
        "gtFine/train/bochum/bochum_000000_000313_gtFine_labelIds.png",
        "leftImg8bit/val/lindau/lindau_000000_000019_leftImg8bit.png",
        "gtFine/val/lindau/lindau_000000_000019_gtFine_labelIds.png",
        "gtFine/train/bochum/bochum_000000_000313_gtFine_color.png");
    var pairs = open(CITYSCAPES, "train");

    assertThat(names(pairs))
        .containsExactly(
            "aachen_000000_000019_gtFine_labelIds.png", "bochum_000000_000313_gtFine_labelIds.png");
    assertThat(pairs.shape(1).condition().height()).isEqualTo(3);
    assertThat(pairs.read(1).condition())
        .isEqualTo(
            ImageFiles.read(
                data.resolve("leftImg8bit/train/bochum/bochum_000000_000313_leftImg8bit.png")));
    assertThat(names(open(CITYSCAPES, "val"))).hasSize(1);
    assertThat(DataSource.folder(data).open(CITYSCAPES).has("test")).isFalse();
  }

  @Test
  void aPartnerThatIsMissingIsNamedWithTheNameThatItWouldHave() {
    picture(
        "leftImg8bit/train/aachen/a_leftImg8bit.png",
        "gtFine/train/aachen/a_gtFine_labelIds.png",
        "leftImg8bit/train/bochum/b_leftImg8bit.png");

    assertThatThrownBy(() -> open(CITYSCAPES, "train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            data.resolve("leftImg8bit/train/bochum/b_leftImg8bit.png")
                + ": has no partner gtFine/train/bochum/b_gtFine_labelIds.png; put it there, or"
                + " remove the file");
  }

  @Test
  void splitsCanBeBeginningsOfNamesAsInCycleGan() {
    picture("trainA/1.jpg", "trainB/1.png", "testA/2.jpg", "testB/2.jpg");

    var dataset = new TwoFolders("{split}A", "{split}B", 0);

    assertThat(names(open(dataset, "train"))).containsExactly("1.png");
    assertThat(names(open(dataset, "test"))).containsExactly("2.jpg");
    assertThatThrownBy(() -> open(dataset, "val"))
        .hasMessage(
            data.toString()
                + ": has no images named valA/{name}; correct the pattern, or put them there");
  }

  @Test
  void foldersOfAnyDepthAreLookedIntoWhereThePatternSaysSo() {
    picture("train/a/1.png", "train/a/b/1.png", "train/2.png", "train/.hidden/3.png");

    var pairs = open(colorization("{split}/{path*}"), "train");

    assertThat(names(pairs)).containsExactly("train-2.png", "train-a-1.png", "train-a-b-1.png");
    pairs.read(2);
  }

  @Test
  void namesWithLineBreaksAreNames() {
    picture("train/a/new\nline.png");

    assertThat(names(open(colorization("{split}/{path*}"), "train")))
        .containsExactly("new\nline.png");
  }

  @Test
  void pairsOfOneFolderAreSplitByTheirNames() {
    picture("1.png", "2.png", "3.png", "8.png"); // positions 0.446, 0.637, 0.029, 0.851
    var dataset = new Paired(Direction.AtoB, 0);
    var opened = DataSource.folder(data).open(dataset);

    assertThat(names(opened.split("train"))).containsExactly("1.png", "2.png", "8.png");
    assertThat(names(opened.split("test"))).containsExactly("3.png");
    assertThat(opened.has("val")).isFalse();
  }

  @Test
  void twoFoldersWithoutSplitsAreSplitByNames() {
    picture("label/1.png", "photo/1.jpg", "label/3.png", "photo/3.jpg");
    var opened = DataSource.folder(data).open(new TwoFolders("label", "photo", 0));

    assertThat(names(opened.split("train"))).containsExactly("1.jpg");
    assertThat(names(opened.split("test"))).containsExactly("3.jpg");
    assertThat(opened.has("val")).isFalse();
  }

  @Test
  void dataThatHasSplitsIsNotSplitAgain() {
    picture("train/1.png", "train/3.png", "9.png");

    assertThat(names(open(new Paired(Direction.AtoB, 0), "train")))
        .containsExactly("1.png", "3.png");
    assertThat(DataSource.folder(data).open(new Paired(Direction.AtoB, 0)).has("test")).isFalse();
  }

  @Test
  void twoFilesThatNoPartTellsApartAreRefused() {
    picture("x/1_a.png", "x/1_b.png", "y/1.png");

    assertThatThrownBy(() -> open(new TwoFolders("x/{name}_{}", "y/{name}", 0), "train"))
        .hasMessageContaining("x/1_b.png: takes the same place as")
        .hasMessageEndingWith(
            "remove one, or give the pattern a part in braces that tells them apart");
  }

  @Test
  void picturesThatDifferInTheirExtensionAreTwoPairs() {
    Pictures.write(data.resolve("a.png"), 2, 4);
    Pictures.write(data.resolve("a.jpg"), 2, 4);

    var all = new Split(0, 0, 1, "");
    var dataset =
        new Paired(
            Direction.AtoB,
            0,
            ImmutableList.of(),
            BadImage.FAIL,
            PixelSettings.USUAL,
            "{split}/{name}",
            all,
            "none");

    assertThat(open(dataset, "train").size()).isEqualTo(2);
  }

  @Test
  void patternsThatCannotMakePairsAreRefused() {
    assertThatThrownBy(() -> new TwoFolders("x/{name}", "y/{id}", 0))
        .hasMessageStartingWith(
            "condition and target must have the same named parts in braces, not [name] and [id]");
    assertThatThrownBy(() -> new TwoFolders("../x", "y/{name}", 0))
        .hasMessageContaining("below the data folder");
    assertThatThrownBy(() -> new TwoFolders("/x/{name}", "y/{name}", 0))
        .hasMessageContaining("below the data folder");
    assertThatThrownBy(() -> new TwoFolders("x/{name", "y/{name}", 0))
        .hasMessageContaining("has braces that are no part");
    assertThatThrownBy(() -> colorization("{split}/photos"))
        .hasMessageStartingWith("files must have a part in braces");
  }

  @Test
  void linksToFoldersAboveAreRefusedWhereFoldersAreLookedInto() throws IOException {
    picture("train/a/1.png");
    Files.createSymbolicLink(data.resolve("train/a/loop"), data.resolve("train"));

    assertThatThrownBy(() -> open(colorization("{split}/{path*}"), "train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("train/a/loop: is a link to")
        .hasMessageEndingWith("a folder above it; remove the link");
  }

  @Test
  void filesThatVanishOrGrowAfterTheyWereListedAreNamed() throws IOException {
    picture("train/1.png", "train/2.png");
    var pairs = new Paired(Direction.AtoB, 0).open(Optional.of(FileTree.folder(data)), "train");
    Files.delete(data.resolve("train/1.png"));
    Pictures.write(data.resolve("train/2.png"), 30, 40);

    assertThatThrownBy(() -> pairs.read(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(data.resolve("train/1.png") + ": there is no such file");
    assertThatThrownBy(() -> pairs.read(1))
        .hasMessage(
            data.resolve("train/2.png")
                + ": changed while it was in use; leave the data alone until the work is done");
    assertThat(pairs.check(0)).hasSize(1).allMatch(DataFinding::bad);
  }

  @Test
  void linksThatLeadNowhereAreNamedNotPassedOver() throws IOException {
    picture("train/1.png");
    Files.createSymbolicLink(data.resolve("train/2.png"), data.resolve("gone.png"));

    assertThatThrownBy(() -> open(new Paired(Direction.AtoB, 0), "train"))
        .hasMessageContaining("train/2.png: there is no such file");
  }

  private static Colorization colorization(String files) {
    return new Colorization(
        0, ImmutableList.of(), BadImage.FAIL, PixelSettings.USUAL, files, Split.USUAL);
  }
}
