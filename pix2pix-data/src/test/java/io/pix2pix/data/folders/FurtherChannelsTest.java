package io.pix2pix.data.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.pixels.LabelForm;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import io.pix2pix.data.resize.ResizeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions of a gray picture of -0.2, and a colored one, a ramp; targets are colored. */
class FurtherChannelsTest {
  private static final float GRAY = 102 / 127.5f - 1;

  @TempDir Path data;

  private void write(String gray, String colored, String target) throws IOException {
    var values = new float[4];
    Arrays.fill(values, GRAY);
    Files.createDirectories(data.resolve(gray).getParent());
    ImageFiles.write(data.resolve(gray), Image.owning(new ImageShape(2, 2, 1), values));
    Pictures.write(data.resolve(colored), 2, 2);
    Pictures.write(data.resolve(target), 2, 2);
  }

  private static PixelSettings more(String place) {
    var condition =
        new SidePixels(
            ChannelChoice.AUTO, ImmutableList.of(), LabelForm.AUTO, ImmutableList.of(place));
    return new PixelSettings(condition, SidePixels.USUAL, ResizeSettings.USUAL);
  }

  private static TwoFolders folders(String condition, String target, String more) {
    return new TwoFolders(condition, target, 0, ImmutableList.of(), BadImage.FAIL, more(more));
  }

  private Pairs assertStacked(Dataset dataset) {
    var pairs = DataSource.folder(data).open(dataset).split("train");
    var condition = pairs.read(0).condition();
    assertThat(pairs.size()).isEqualTo(1);
    assertThat(condition.shape()).isEqualTo(new ImageShape(2, 2, 4));
    assertThat(pairs.shape(0).condition()).isEqualTo(condition.shape());
    assertThat(condition.at(1, 1, 0)).isEqualTo(GRAY);
    assertThat(condition.at(1, 1, 3)).isEqualTo(Pictures.ramp(2, 2).at(1, 1, 2));
    assertThat(pairs.files(0)).hasSize(3);
    return pairs;
  }

  @Test
  void aPatternNamesFilesWithFurtherChannels() throws IOException {
    write("depth/train/1_d.png", "normal/train/1_n.jpg", "photo/train/1.png");
    var dataset =
        folders("depth/{split}/{name}_d.png", "photo/{split}/{name}", "normal/{split}/{name}_n");

    var pairs = assertStacked(dataset);

    assertThat(pairs.files(0))
        .extracting(PairFile::where)
        .last()
        .isEqualTo(data.resolve("normal/train/1_n.jpg").toString());
    assertThat(dataset.furtherFiles(data.resolve("depth/train/1_d.png")))
        .containsExactly(data.resolve("normal/train/1_n.jpg"));
    assertThatThrownBy(() -> dataset.furtherFiles(data.resolve("photo/train/1.png")))
        .hasMessageContaining("1.png: does not match depth/{split}/{name}_d.png")
        .hasMessageEndingWith("name such a file, or one that holds all channels (.npy)");
    Files.delete(data.resolve("normal/train/1_n.jpg"));
    assertThatThrownBy(() -> dataset.furtherFiles(data.resolve("depth/train/1_d.png")))
        .hasMessageContaining("normal/train/1_n: there is no such picture, which gives further");
  }

  @Test
  void aFolderBesideThatOfAPatternHasTheSameNames() throws IOException {
    write("train/aachen/depth/1.png", "train/aachen/normal/1.png", "train/aachen/photo/1.png");
    var dataset =
        folders("{split}/{city}/depth/{name}.png", "{split}/{city}/photo/{name}", "normal");

    assertStacked(dataset);

    assertThat(dataset.furtherFiles(data.resolve("train/aachen/depth/1.png")))
        .containsExactly(data.resolve("train/aachen/normal/1.png"));
    assertThatThrownBy(() -> folders("{split}A", "{split}B", "normal"))
        .hasMessageContaining("has no folder of its own beside which normal could be; give a");
    assertThatThrownBy(() -> folders("label", "photo", "x/{id}"))
        .hasMessageContaining("condition, target, mask and more must have the same named parts");
  }

  @Test
  void aColumnOfAListNamesFilesWithFurtherChannels() throws IOException {
    write("d/1.png", "n/1.png", "y/1.png");
    Files.writeString(
        data.resolve("pairs.csv"),
        "condition,normal,target,split\nd/1.png,n/1.png,y/1.png,train\n");
    var dataset =
        new ListedPairs(
            "pairs.csv",
            "condition",
            "target",
            0,
            ImmutableList.of(),
            BadImage.FAIL,
            more("normal"),
            Split.USUAL,
            "none");

    assertStacked(dataset);

    assertThatThrownBy(() -> dataset.furtherFiles(data.resolve("d/1.png")))
        .hasMessageEndingWith(
            "d/1.png: conditions of this run have further channels, normal, and nothing tells where"
                + " those of this one are; give a file that holds all channels (.npy)");
  }

  @Test
  void samplesOfWebDatasetHaveFurtherChannelsOfTheirName() throws IOException {
    write("train/01.condition.png", "train/01.normal.png", "train/01.target.png");
    var dataset =
        new WebDataset(
            "condition",
            "target",
            0,
            ImmutableList.of(),
            BadImage.FAIL,
            more("normal"),
            Split.USUAL,
            "none");

    assertStacked(dataset);

    assertThat(dataset.furtherFiles(data.resolve("train/01.condition.png")))
        .containsExactly(data.resolve("train/01.normal.png"));
  }

  @Test
  void mapsOfIndicesTakeNoFurtherChannels() throws IOException {
    write("train/normal/1.png", "train/label/1.png", "train/photo/1.png");
    ImageFiles.write(
        data.resolve("train/label/1.png"),
        Image.owning(new ImageShape(2, 2, 1), new float[] {-1, -1, -1, -1}));
    Files.writeString(data.resolve("palette.csv"), "index,class,red,green,blue\n0,sky,9,9,99\n");

    assertThatThrownBy(
            () -> DataSource.folder(data).open(folders("label", "photo", "normal")).split("train"))
        .hasMessageContaining("label/1.png: holds maps of indices, which get the colors of")
        .hasMessageEndingWith("leave data.pixels more [normal] out, or remove palette.csv");
  }
}
