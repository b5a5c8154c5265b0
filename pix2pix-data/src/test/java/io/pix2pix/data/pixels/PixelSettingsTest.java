package io.pix2pix.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.resize.ResizeSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What data sets make of the settings that say how pictures are read. */
class PixelSettingsTest {
  private static final String PALETTE =
      "index,class,red,green,blue\n0,sky,10,20,30\n1,road,200,0,0\n2,tree,0,99,0\n";

  private static final float GRAY = 153 / 127.5f - 1;

  @TempDir Path data;

  @Test
  void picturesThatAreAllGrayHaveOneChannel() {
    gray("train/1.png", 2, 4, GRAY);
    gray("train/2.png", 2, 4, GRAY);

    var pair = open(new Paired(Direction.AtoB, 0)).split("train").read(0);

    assertThat(pair.condition().shape()).isEqualTo(new ImageShape(2, 2, 1));
    assertThat(pair.target().shape()).isEqualTo(new ImageShape(2, 2, 1));
  }

  /** BMP knows gray as a table of colors only. */
  @Test
  void aBitmapWhoseTableIsAllGraysIsGray() throws IOException {
    var picture = new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSample(3, 1, 0, 51);
    ImageIO.write(picture, "bmp", folder("train/1.bmp").toFile());

    var pair = open(new Paired(Direction.AtoB, 0)).split("train").read(0);

    assertThat(pair.target().channels()).isEqualTo(1);
    assertThat(pair.target().at(1, 1, 0)).isEqualTo(51 / 127.5f - 1);
  }

  @Test
  void mixedPicturesHaveThree() {
    gray("train/1.png", 2, 4, GRAY);
    Pictures.write(data.resolve("train/2.png"), 2, 4);

    var pairs = open(new Paired(Direction.AtoB, 0)).split("train");

    assertThat(pairs.shape(0).condition().channels()).isEqualTo(3);
    assertThat(pairs.read(0).target().channels()).isEqualTo(3);
  }

  @Test
  void otherSplitsHaveTheChannelsOfTheTraining() {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    gray("test/1.png", 2, 4, GRAY);

    assertThat(open(new Paired(Direction.AtoB, 0)).split("test").read(0).target().channels())
        .isEqualTo(3);
  }

  @Test
  void aRunReadsWithTheChannelsOfItsTraining() {
    gray("train/1.png", 2, 4, GRAY);
    var colored = new ImageShape(2, 2, 3);
    var trained =
        new Paired(Direction.AtoB, 0).withChannelsOf(() -> new PairShape(colored, colored));

    assertThat(open(trained).split("train").read(0).target().channels()).isEqualTo(3);
  }

  @Test
  void sidesAreReadEachInItsWay() {
    Pictures.write(data.resolve("train/1.png"), 2, 4);
    var pixels = sides(channels(ChannelChoice.GRAY), channels(ChannelChoice.RGBA));

    var pair = open(paired(pixels)).split("train").read(0);

    assertThat(pair.condition().channels()).isEqualTo(1);
    assertThat(pair.target().channels()).isEqualTo(4);
    assertThat(pair.target().at(0, 0, 3)).isEqualTo(1);
  }

  @Test
  void whatIsLeftOutOrTakenAsGrayIsSaid() {
    var shape = new ImageShape(2, 4, 4);
    ImageFiles.write(folder("train/1.png"), Image.of(shape, new float[shape.size()]));

    assertThat(open(new Paired(Direction.AtoB, 0)).split("train").check(0))
        .extracting(DataFinding::words)
        .containsExactly(
            "has more channels than red, green and blue (alpha, as a rule), which are left out;"
                + " channels: rgba or all keeps them");
  }

  @Test
  void picturesOfFoldersBesideAreFurtherChannels() {
    gray("train/depth/1.png", 2, 2, GRAY);
    Pictures.write(data.resolve("train/normal/1.png"), 2, 2);
    Pictures.write(data.resolve("train/photo/1.png"), 2, 2);
    var more =
        new SidePixels(
            ChannelChoice.AUTO, ImmutableList.of(), LabelForm.AUTO, ImmutableList.of("normal"));

    var pairs = open(folders("depth", "photo", sides(more, SidePixels.USUAL))).split("train");

    assertThat(pairs.shape(0).condition()).isEqualTo(new ImageShape(2, 2, 4));
    assertThat(pairs.read(0).condition().at(0, 0, 0)).isEqualTo(GRAY);
    assertThat(pairs.read(0).condition().at(1, 1, 3)).isEqualTo(Pictures.ramp(2, 2).at(1, 1, 2));
    assertThatThrownBy(
            () ->
                open(folders("photo", "depth", sides(more("none"), SidePixels.USUAL)))
                    .split("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no picture 1, which 1.png needs");
  }

  @Test
  void labelsAreOneHotOrIndicesAndShownInColors() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/label/1.png", 1, 255, 2);
    Pictures.write(data.resolve("train/photo/1.png"), 1, 3);

    var hot = open(folders("label", "photo", sides(labels(LabelForm.ONE_HOT), SidePixels.USUAL)));
    var condition = hot.split("train").read(0).condition();
    assertThat(hot.split("train").shape(0).condition()).isEqualTo(new ImageShape(1, 3, 3));
    assertThat(condition.toArray()).containsExactly(-1, 1, -1, -1, -1, -1, -1, -1, 1);
    assertThat(colors(hot.codec().showCondition(condition)))
        .containsExactly(0xc80000, 0xe0e0c0, 0x006300);

    var number =
        open(folders("photo", "label", sides(SidePixels.USUAL, labels(LabelForm.INDICES))));
    var target = number.split("train").read(0).target();
    assertThat(target.toArray()).containsExactly(new float[] {-1 / 3f, 1, 1 / 3f}, within(1e-6f));
    assertThat(colors(number.codec().showTarget(condition, target)))
        .containsExactly(0xc80000, 0xe0e0c0, 0x006300);
  }

  @Test
  void ofWhatANetworkMakesTheGreatestChannelIsTheClass() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    var codec = open(folders("a", "b", sides(SidePixels.USUAL, labels(LabelForm.ONE_HOT)))).codec();
    var made = Image.of(new ImageShape(1, 1, 3), new float[] {-0.9f, -GRAY, -0.3f});

    assertThat(colors(codec.storeTarget(made, made))).containsExactly(0xc80000);
  }

  @Test
  void labelsNeedAPalette() {
    gray("train/label/1.png", 1, 3, -1);
    Pictures.write(data.resolve("train/photo/1.png"), 1, 3);

    assertThatThrownBy(
            () ->
                open(folders("label", "photo", sides(labels(LabelForm.ONE_HOT), SidePixels.USUAL)))
                    .split("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("labels need palette.csv");
  }

  @Test
  void picturesThatAreNoLabelMapsAreRefusedByName() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    Pictures.write(data.resolve("train/1.png"), 4, 8);
    var dataset = paired(sides(SidePixels.USUAL, labels(LabelForm.ONE_HOT)));

    assertThat(open(dataset).split("train").check(0).get(0).words())
        .contains("is no label map of palette.csv");
  }

  @Test
  void aPaletteThatGoesWithNeitherHalfIsRefused() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    Pictures.write(data.resolve("train/1.png"), 4, 8);

    assertThatThrownBy(() -> open(new Paired(Direction.AtoB, 0)).split("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("palette.csv: goes with neither half of");
  }

  @Test
  void labelsDecideOverChannels() {
    assertThatThrownBy(
            () ->
                new SidePixels(
                    ChannelChoice.GRAY, ImmutableList.of(), LabelForm.ONE_HOT, ImmutableList.of()))
        .hasMessageContaining("labels decide over the channels");
  }

  private OpenedDataset open(Dataset dataset) {
    return DataSource.folder(data).open(dataset);
  }

  private static Paired paired(PixelSettings pixels) {
    return new Paired(Direction.AtoB, 0, ImmutableList.of(), BadImage.FAIL, pixels);
  }

  private static TwoFolders folders(String condition, String target, PixelSettings pixels) {
    return new TwoFolders(condition, target, 0, ImmutableList.of(), BadImage.FAIL, pixels);
  }

  private static PixelSettings sides(SidePixels condition, SidePixels target) {
    return new PixelSettings(condition, target, ResizeSettings.USUAL);
  }

  private static SidePixels channels(ChannelChoice channels) {
    return new SidePixels(channels, ImmutableList.of(), LabelForm.AUTO, ImmutableList.of());
  }

  private static SidePixels labels(LabelForm labels) {
    return new SidePixels(ChannelChoice.AUTO, ImmutableList.of(), labels, ImmutableList.of());
  }

  private static SidePixels more(String folder) {
    return new SidePixels(
        ChannelChoice.AUTO, ImmutableList.of(), LabelForm.AUTO, ImmutableList.of(folder));
  }

  private void gray(String name, int height, int width, float value) {
    var values = new float[height * width];
    Arrays.fill(values, value);
    ImageFiles.write(folder(name), Image.of(new ImageShape(height, width, 1), values));
  }

  private void indices(String name, int... indices) {
    var values = new float[indices.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = indices[i] / 127.5f - 1;
    }
    ImageFiles.write(folder(name), Image.of(new ImageShape(1, indices.length, 1), values));
  }

  private Path folder(String name) {
    try {
      Files.createDirectories(data.resolve(name).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.resolve(name);
  }

  private static int[] colors(Image image) {
    var colors = new int[image.width()];
    for (int x = 0; x < colors.length; x++) {
      colors[x] = Pixels.rgb(image, 0, x);
    }
    return colors;
  }
}
