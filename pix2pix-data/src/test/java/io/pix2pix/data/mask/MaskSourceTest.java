package io.pix2pix.data.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.augment.Mirror;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.folders.WebDataset;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.list.ImageFolder;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.pixels.LabelForm;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import io.pix2pix.data.resize.ResizeSettings;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks in every layout that has them; pictures are one pixel high. */
class MaskSourceTest {
  private static final String PALETTE = "index,class,red,green,blue\n0,sky,9,9,99\n1,road,99,9,9\n";
  private static final ImmutableList<Double> NO_RANGE = ImmutableList.of();
  private static final float[] EXPECTED = {1, 0, 0.2f};

  @TempDir Path data;

  /**
   * A picture of gray values, of colors, or of colors and alpha, as the number of channels says.
   */
  private void picture(String file, int channels, int... values) throws IOException {
    var pixels = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = values[i] / 127.5f - 1;
    }
    var path = data.resolve(file);
    Files.createDirectories(path.getParent());
    ImageFiles.write(
        path, Image.owning(new ImageShape(1, values.length / channels, channels), pixels));
  }

  private void grayWithAlpha(String file, int... values) throws IOException {
    var gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    var colors =
        new ComponentColorModel(gray, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    var raster = colors.createCompatibleWritableRaster(values.length / 2, 1);
    raster.setPixels(0, 0, values.length / 2, 1, values);
    var path = data.resolve(file);
    Files.createDirectories(path.getParent());
    ImageIO.write(new BufferedImage(colors, raster, false, null), "png", path.toFile());
  }

  private void pair(String condition, String target) {
    Pictures.write(data.resolve(condition), 1, 3);
    Pictures.write(data.resolve(target), 1, 3);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(data.resolve(file), text);
  }

  private Pairs open(Dataset dataset) {
    return DataSource.folder(data).open(dataset).split("train");
  }

  private void assertMask(Dataset dataset, float... expected) {
    assertThat(open(dataset).read(0).mask().orElseThrow().toArray())
        .containsExactly(expected, within(1e-6f));
    assertThat(dataset.masked()).isTrue();
  }

  private static ListedPairs list(String file, String mask) {
    return new ListedPairs(
        file,
        "condition",
        "target",
        0,
        NO_RANGE,
        BadImage.FAIL,
        PixelSettings.USUAL,
        Split.USUAL,
        mask);
  }

  private static TwoFolders folders(String mask) {
    return new TwoFolders(
        "label", "photo", 0, NO_RANGE, BadImage.FAIL, PixelSettings.USUAL, Split.USUAL, mask);
  }

  private static Paired paired(Direction direction, PixelSettings pixels, String mask) {
    return new Paired(
        direction, 0, NO_RANGE, BadImage.FAIL, pixels, "{split}/{name}", Split.USUAL, mask);
  }

  @Test
  void aColumnOfAListNamesMasks() throws IOException {
    pair("x.png", "y.png");
    picture("m.png", 1, 255, 0, 51);
    write("pairs.csv", "condition,target,hidden,split\nx.png,y.png,m.png,train\n");
    write(
        "pairs.jsonl",
        "{\"condition\": \"x.png\", \"target\": \"y.png\", \"hidden\": \"m.png\", \"split\":"
            + " \"train\"}");

    assertMask(list("pairs.csv", "hidden"), EXPECTED);
    assertMask(list("pairs.jsonl", "hidden"), EXPECTED);
    assertThat(open(list("pairs.csv", "hidden")).files(0)).hasSize(3);
  }

  @Test
  void aRowWithoutAMaskIsNamed() throws IOException {
    pair("x.png", "y.png");
    write("pairs.csv", "condition,target,mask\nx.png,y.png,\n");
    write("gone.csv", "condition,target,mask\nx.png,y.png,m.png\n");

    assertThatThrownBy(() -> open(list("pairs.csv", "mask")))
        .hasMessageEndingWith(
            "pairs.csv:2: has no value in column mask; it has values in condition, target");
    assertThatThrownBy(() -> open(list("gone.csv", "mask")))
        .hasMessageContaining("names 1 file that is missing: line 2: m.png");
    assertThatThrownBy(() -> list("pairs.csv", "target"))
        .hasMessageEndingWith("must be columns of their own, not two of them \"target\"");
  }

  @Test
  void aFieldOfMetadataNamesMasks() throws IOException {
    pair("train/x.png", "train/y.png");
    picture("train/m.png", 1, 255, 0, 51);
    write(
        "train/metadata.jsonl",
        "{\"file_name\": \"y.png\", \"label_file_name\": \"x.png\", \"mask_file_name\":"
            + " \"m.png\"}");

    assertMask(
        new ImageFolder(
            "",
            "file_name",
            0,
            NO_RANGE,
            BadImage.FAIL,
            PixelSettings.USUAL,
            Split.USUAL,
            "mask_file_name"),
        EXPECTED);
  }

  @Test
  void samplesOfWebDatasetHaveMasksOfTheirName() throws IOException {
    pair("train/01.condition.png", "train/01.target.png");
    picture("train/01.mask.png", 1, 255, 0, 51);

    assertMask(
        new WebDataset(
            "condition",
            "target",
            0,
            NO_RANGE,
            BadImage.FAIL,
            PixelSettings.USUAL,
            Split.USUAL,
            "mask"),
        EXPECTED);
  }

  @Test
  void pairsOfOnePictureHaveMasksOfTheSizeOfAHalf() throws IOException {
    Pictures.write(data.resolve("train/1.png"), 1, 6);
    picture("train/mask/1.png", 1, 255, 0, 51);

    assertMask(paired(Direction.AtoB, PixelSettings.USUAL, "mask"), EXPECTED);
    assertMask(paired(Direction.AtoB, PixelSettings.USUAL, "{split}/mask/{name}.png"), EXPECTED);
    picture("train/mask/1.png", 1, 255, 0, 51, 0, 0, 0);
    assertThatThrownBy(() -> open(paired(Direction.AtoB, PixelSettings.USUAL, "mask")))
        .hasMessageContaining("mask/1.png: 6x1 pixels, but its pair has 3x1; ");
    picture("train/mask/2.png", 1, 255, 0, 51);
    assertThatThrownBy(() -> open(paired(Direction.AtoB, PixelSettings.USUAL, "mask")))
        .hasMessageContaining("mask/2.png: has no partner train/2; put it there");
    assertThatThrownBy(() -> paired(Direction.AtoB, PixelSettings.USUAL, "x/{path*}"))
        .hasMessage(
            "files and mask must have the same named parts in braces, not [name] and [path]");
  }

  /** Else a split without masks would seem to be no split. */
  @Test
  void aSplitWhoseMasksAreMissingIsThereAndSaysWhatIsMissing() {
    pair("train/label/a.png", "train/photo/a.png");
    Pictures.write(data.resolve("train/1.png"), 1, 6);
    for (var dataset :
        ImmutableList.of(folders("mask"), paired(Direction.AtoB, PixelSettings.USUAL, "mask"))) {
      assertThat(DataSource.folder(data).open(dataset).has("train")).isTrue();
      assertThatThrownBy(() -> open(dataset)).hasMessageContaining("train/mask");
    }
  }

  @Test
  void theAlphaOfTargetsIsAMaskAndNothingThatIsLeftOut() throws IOException {
    Pictures.write(data.resolve("train/label/a.png"), 1, 3);
    picture("train/photo/a.png", 4, 9, 20, 30, 255, 9, 20, 30, 0, 9, 20, 30, 51);

    assertMask(folders("alpha"), EXPECTED);
    var pairs = open(folders("alpha"));
    assertThat(pairs.read(0).target().channels()).isEqualTo(3);
    assertThat(pairs.read(0).target().at(0, 1, 0)).isEqualTo(9 / 127.5f - 1, within(1e-6f));
    assertThat(pairs.check(0)).isEmpty();
    assertThat(open(folders("none")).check(0))
        .extracting(DataFinding::words)
        .singleElement()
        .asString()
        .contains("are left out");
    assertThat(pairs.fingerprint()).isNotEqualTo(open(folders("none")).fingerprint());
  }

  @Test
  void grayTargetsStayGrayBesideTheirAlpha() throws IOException {
    Pictures.write(data.resolve("train/label/a.png"), 1, 3);
    grayWithAlpha("train/photo/a.png", 70, 255, 80, 0, 90, 51);

    assertMask(folders("alpha"), EXPECTED);
    assertThat(open(folders("alpha")).read(0).target().shape()).isEqualTo(new ImageShape(1, 3, 1));
  }

  @Test
  void allOfATargetWithoutAlphaCountsWhichIsSaid() throws IOException {
    pair("train/label/a.png", "train/photo/a.png");
    assertThatThrownBy(() -> open(folders("alpha")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("data.mask: alpha wants targets with an alpha channel, but ")
        .hasMessageContaining("photo/a.png has none, nor have those after it; store them");

    Pictures.write(data.resolve("train/label/b.png"), 1, 3);
    picture("train/photo/b.png", 4, 9, 20, 30, 255, 9, 20, 30, 0, 9, 20, 30, 51);

    assertMask(folders("alpha"), 1, 1, 1);
    assertThat(open(folders("alpha")).check(0))
        .extracting(DataFinding::words)
        .containsExactly("has no alpha, so that all of it counts");
  }

  /** Of a pair side by side, the half that is the target. */
  @Test
  void theAlphaOfAHalfIsTheMask() throws IOException {
    var values = IntStream.of(0, 0, 0, 255, 0, 51).flatMap(alpha -> IntStream.of(9, 20, 30, alpha));
    picture("train/1.png", 4, values.toArray());

    assertMask(paired(Direction.AtoB, PixelSettings.USUAL, "alpha"), EXPECTED);
    assertMask(paired(Direction.BtoA, PixelSettings.USUAL, "alpha"), 0, 0, 0);
  }

  @Test
  void whatHasNoClassIsHiddenInListsAndHalves() throws IOException {
    picture("x.png", 1, 0, 255, 1);
    Pictures.write(data.resolve("y.png"), 1, 3);
    write("palette.csv", PALETTE);
    write("pairs.csv", "condition,target,split\nx.png,y.png,train\n");
    picture("train/1.png", 1, 0, 255, 1, 30, 60, 90);
    var map = new SidePixels(ChannelChoice.AUTO, NO_RANGE, LabelForm.COLORS, ImmutableList.of());
    var pixels = new PixelSettings(map, SidePixels.USUAL, ResizeSettings.USUAL);

    assertMask(list("pairs.csv", "void"), 1, 0, 1);
    assertMask(paired(Direction.AtoB, pixels, "void"), 1, 0, 1);
  }

  @Test
  void masksMoveWithTheirPairs() throws IOException {
    pair("x.png", "y.png");
    picture("m.png", 1, 255, 0, 51);
    write("pairs.csv", "condition,target,mask,split\nx.png,y.png,m.png,train\n");

    var pair = open(list("pairs.csv", "mask")).read(0);
    var mirrored = new Mirror(1).apply(pair, new SplittableRandom(1));

    assertThat(mirrored.mask().orElseThrow().toArray())
        .containsExactly(new float[] {0.2f, 0, 1}, within(1e-6f));
  }
}
