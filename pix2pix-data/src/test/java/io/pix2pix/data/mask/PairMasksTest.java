package io.pix2pix.data.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.batch.PrefetchedBatching;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.pixels.LabelForm;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import io.pix2pix.data.resize.ResizeSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class PairMasksTest {
  @TempDir Path data;

  @BeforeEach
  void writePair() {
    Pictures.write(data.resolve("train/label/a.png"), 1, 3);
    Pictures.write(data.resolve("train/photo/a.png"), 1, 3);
  }

  private static TwoFolders dataset(String mask, int size) {
    return new TwoFolders(
        "label",
        "photo",
        size,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        Split.USUAL,
        mask);
  }

  private Pairs open(String mask) {
    return DataSource.folder(data).open(dataset(mask, 0)).split("train");
  }

  private void gray(String file, int... values) throws IOException {
    var picture = new BufferedImage(values.length, 1, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setPixels(0, 0, values.length, 1, values);
    var path = data.resolve(file);
    Files.createDirectories(path.getParent());
    ImageIO.write(picture, "png", path.toFile());
  }

  private float[] mask(String mask) {
    return open(mask).read(0).mask().orElseThrow().toArray();
  }

  @Test
  void aMaskIsAFileOfItsPair() throws IOException {
    gray("train/mask/a.png", 255, 0, 51);

    assertThat(open("mask").files(0))
        .extracting(PairFile::where)
        .containsExactly(
            data.resolve("train/label/a.png").toString(),
            data.resolve("train/photo/a.png").toString(),
            data.resolve("train/mask/a.png").toString());
  }

  @Test
  void whiteCountsAndBlackDoesNot() throws IOException {
    gray("train/mask/a.png", 255, 0, 51);

    assertThat(mask("mask")).containsExactly(new float[] {1, 0, 0.2f}, within(1e-6f));
    assertThat(dataset("mask", 0).masked()).isTrue();
  }

  @Test
  void oneCountsWhereThereAreOnlyZeroAndOne() throws IOException {
    gray("train/mask/a.png", 1, 0, 1);

    assertThat(mask("mask")).containsExactly(1, 0, 1);
  }

  @Test
  void nothingCountsInABlackMask() throws IOException {
    gray("train/mask/a.png", 0, 0, 0);

    assertThat(mask("mask")).containsExactly(0, 0, 0);
  }

  @Test
  void areResizedByNearest() throws IOException {
    gray("train/mask/a.png", 255, 0, 255);

    var pairs = DataSource.folder(data).open(dataset("mask", 6)).split("train");

    var row = pairs.read(0).mask().orElseThrow().toArray();
    assertThat(row).hasSize(36).startsWith(1, 1, 0, 0, 1, 1);
  }

  @Test
  void reachTheBatch() throws IOException, InterruptedException {
    gray("train/mask/a.png", 255, 0, 255);
    var pairs = open("mask");
    var plan = new Plan(ImmutableList.of(), PairShape.of(pairs.read(0)), 2, 1, 0);

    try (var batches = new PrefetchedBatching().open(pairs, plan);
        var batch = batches.next()) {
      var mask = batch.mask().orElseThrow();
      assertThat(mask.shape()).isEqualTo(Shape.of(2, 1, 3, 1));
      assertThat(mask.getFloat(1, 0, 1, 0)).isZero();
      assertThat(mask.getFloat(1, 0, 2, 0)).isEqualTo(1);
    }
  }

  @Test
  void hideWhatTheLabelMapHasNoClassFor() throws IOException {
    gray("train/label/a.png", 0, 255, 1);
    Files.writeString(
        data.resolve("palette.csv"), "index,class,red,green,blue\n0,sky,9,9,99\n1,road,99,9,9\n");

    assertThat(mask("void")).containsExactly(1, 0, 1);
  }

  @Test
  void hideAClassThatIsCalledVoid() throws IOException {
    gray("train/label/a.png", 0, 2, 1);
    Files.writeString(
        data.resolve("palette.csv"),
        "index,class,red,green,blue\n0,sky,9,9,99\n1,road,99,9,9\n2,void,0,0,0\n");

    assertThat(mask("void")).containsExactly(1, 0, 1);
  }

  @Test
  void hideTheSameInWhateverFormNetworksSeeTheMap() throws IOException {
    gray("train/label/a.png", 255, 2, 1);
    Files.writeString(
        data.resolve("palette.csv"),
        "index,class,red,green,blue\n0,sky,9,9,99\n1,road,99,9,9\n2,void,0,0,0\n3,sign,5,5,5\n");

    for (var form : LabelForm.values()) {
      var condition =
          new SidePixels(ChannelChoice.AUTO, ImmutableList.of(), form, ImmutableList.of());
      var pixels = new PixelSettings(condition, SidePixels.USUAL, ResizeSettings.USUAL);
      var dataset =
          new TwoFolders(
              "label", "photo", 0, ImmutableList.of(), BadImage.FAIL, pixels, Split.USUAL, "void");

      var pair = DataSource.folder(data).open(dataset).split("train").read(0);

      assertThat(pair.mask().orElseThrow().toArray()).as("%s", form).containsExactly(0, 0, 1);
    }
  }

  @Test
  void ofVoidWantLabelMaps() {
    assertThatThrownBy(() -> open("void"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("data.mask: void wants label maps");
  }

  @Test
  void thatAreMissingOrAloneAreNamed() throws IOException {
    assertThatThrownBy(() -> open("mask"))
        .hasMessageContaining("train/mask: there is no such folder");
    gray("train/mask/b.png", 255, 0, 255);
    assertThatThrownBy(() -> open("mask"))
        .hasMessageContaining("a.png: has no partner in " + data.resolve("train/mask"));
  }

  @Test
  void ofAnotherSizeOrWithColorsAreRefusedBeforeTraining() throws IOException {
    gray("train/mask/a.png", 255, 0);
    assertThatThrownBy(() -> open("mask"))
        .hasMessageContaining("mask/a.png: 2x1 pixels, but its pair has 3x1; ");
    Pictures.write(data.resolve("train/mask/a.png"), 1, 3);

    assertThatThrownBy(
            () ->
                DataSource.folder(data)
                    .open(dataset("mask", 0))
                    .checkedSplit("train", data.resolve("cache"), ProgressListener.NONE))
        .hasMessageContaining(
            "mask/a.png: has colors; a mask is gray: white counts, black does not");
  }

  @Test
  void changeTheChecksum() throws IOException {
    gray("train/mask/a.png", 255, 0, 255);
    var before = DataSource.folder(data).open(dataset("mask", 0)).checksum("train");
    gray("train/mask/a.png", 255, 255, 255);

    assertThat(DataSource.folder(data).open(dataset("mask", 0)).checksum("train"))
        .isNotEqualTo(before);
  }
}
