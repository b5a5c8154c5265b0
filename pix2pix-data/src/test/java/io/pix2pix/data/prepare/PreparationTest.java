package io.pix2pix.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.file.StoredPicture;
import io.pix2pix.data.photo.EdgeDrawing;
import io.pix2pix.data.photo.Edges;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.resize.Resampling;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  @TempDir Path folder;
  private Path a;
  private Path b;
  private Path out;

  @BeforeEach
  void nameFolders() {
    a = folder.resolve("a");
    b = folder.resolve("b");
    out = folder.resolve("out");
  }

  private PreparedFolder.Outcome fill(Preparation preparation) {
    return new PreparedFolder(out).fill(preparation, false, "test", ProgressListener.NONE);
  }

  private Combination combination() {
    return new Combination(a, b, out, Optional.empty());
  }

  private static void writeGray(Path file, int type, int width, int... numbers) throws IOException {
    var picture = new BufferedImage(width, numbers.length / width, type);
    picture.getRaster().setPixels(0, 0, width, numbers.length / width, numbers);
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
  }

  @Test
  void combinesPicturesOfOneNameWhateverTheirFormat() {
    Pictures.write(a.resolve("train/1.png"), 2, 3);
    ImageFiles.write(folder.resolve("white.bmp"), Pictures.plain(2, 3, 1));
    Pictures.write(b.resolve("train/1.bmp"), 2, 3);

    var outcome = fill(combination());

    assertThat(outcome.done()).isEqualTo(1);
    var pair = ImageFiles.read(out.resolve("train/1.png"));
    assertThat(pair.shape()).isEqualTo(new ImageShape(2, 6, 3));
    var ramp = Pictures.ramp(2, 3);
    assertThat(pair.at(1, 2, 0)).isEqualTo(ramp.at(1, 2, 0));
    assertThat(pair.at(1, 5, 0)).isEqualTo(ramp.at(1, 2, 0));
  }

  @Test
  void refusesEveryPictureWithoutAPartnerBeforeAnythingIsWritten() {
    Pictures.write(a.resolve("1.png"), 2, 3);
    Pictures.write(a.resolve("2.png"), 2, 3);
    Pictures.write(b.resolve("1.png"), 2, 3);
    Pictures.write(b.resolve("3.png"), 2, 3);

    assertThatThrownBy(() -> fill(combination()))
        .hasMessageContaining("2 files cannot be used")
        .hasMessageContaining("2.png: has no partner")
        .hasMessageContaining("3.png: has no partner");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesPartnersOfOtherSizesAndPicturesOfMoreBits() throws IOException {
    Pictures.write(a.resolve("1.png"), 2, 3);
    Pictures.write(b.resolve("1.png"), 2, 4);
    assertThatThrownBy(() -> fill(combination()))
        .hasMessageContaining("has 3x2 pixels, but its partner", "has 4x2", "data resize");

    writeGray(b.resolve("1.png"), BufferedImage.TYPE_USHORT_GRAY, 3, 0, 1, 2, 3, 4, 60000);
    assertThatThrownBy(() -> fill(combination())).hasMessageContaining("more than 8 bits");
  }

  @Test
  void givesIndicesTheColorsOfAPalette() throws IOException {
    writeGray(a.resolve("1.png"), BufferedImage.TYPE_BYTE_GRAY, 2, 0, 1);
    Pictures.write(b.resolve("1.png"), 1, 2);
    var palette = folder.resolve("palette.csv");
    Files.writeString(palette, "index,class,red,green,blue\n0,sky,0,0,255\n1,wall,255,0,0\n");

    assertThat(combination().notes()).anyMatch(note -> note.contains("class indices, 0 to 1"));
    fill(new Combination(a, b, out, Optional.of(palette)));

    var pair = ImageFiles.read(out.resolve("1.png"));
    assertThat(pair.at(0, 0, 2)).isEqualTo(1);
    assertThat(pair.at(0, 0, 0)).isEqualTo(-1);
    assertThat(pair.at(0, 1, 0)).isEqualTo(1);
  }

  @Test
  void doesOnlyWhatIsMissingOrOlderThanItsInput() throws IOException {
    for (var name : new String[] {"1.png", "2.png", "3.png"}) {
      Pictures.write(a.resolve(name), 2, 3);
      Pictures.write(b.resolve(name), 2, 3);
    }
    fill(combination());
    Files.delete(out.resolve("2.png"));
    Files.setLastModifiedTime(
        b.resolve("3.png"), FileTime.fromMillis(System.currentTimeMillis() + 10_000));

    var outcome = fill(combination());

    assertThat(outcome.done()).isEqualTo(2);
    assertThat(outcome.there()).isEqualTo(1);
  }

  @Test
  void neverMixesResultsOfOtherSettingsOrFilesOfOthers() throws IOException {
    Pictures.write(a.resolve("1.png"), 4, 4);
    fill(resizing(2));
    assertThatThrownBy(() -> fill(resizing(3))).hasMessageContaining("choose another folder");

    var foreign = folder.resolve("foreign");
    Files.createDirectories(foreign);
    Files.writeString(foreign.resolve("letter.txt"), "mine");
    assertThatThrownBy(
            () ->
                new PreparedFolder(foreign).fill(resizing(2), false, "test", ProgressListener.NONE))
        .hasMessageContaining("holds files that this command did not make");
  }

  private Resizing resizing(int edge) {
    return new Resizing(
        a,
        out,
        TargetSize.parse(Integer.toString(edge)),
        Resampling.BICUBIC,
        ImmutableSet.of(),
        false);
  }

  @Test
  void makesAllOthersWhereOneFileIsDamaged() {
    Pictures.write(a.resolve("1.png"), 8, 8);
    Pictures.truncate(Pictures.write(a.resolve("2.jpg"), 64, 64), 0.7);

    var outcome = fill(resizing(4));

    assertThat(outcome.done()).isEqualTo(1);
    assertThat(outcome.failed())
        .extracting(DataFinding::where)
        .containsExactly(a.resolve("2.jpg").toString());
    assertThat(out.resolve("2.png")).doesNotExist();
  }

  @Test
  void resizesLabelMapsWithoutMixingAndKeepsTheirNumbers() throws IOException {
    writeGray(
        a.resolve("label/1.png"),
        BufferedImage.TYPE_USHORT_GRAY,
        4,
        0,
        0,
        300,
        300,
        0,
        7,
        300,
        300,
        9,
        9,
        65535,
        65535,
        9,
        9,
        65535,
        5);
    var labels =
        new Resizing(
            a, out, TargetSize.parse("2"), Resampling.BICUBIC, ImmutableSet.of("label"), false);

    fill(labels);

    // The pixel in the middle of each block of four is the lower right one.
    var result = StoredPicture.read(out.resolve("label/1.png"));
    assertThat(result.bits()).isEqualTo(16);
    assertThat(result.samples().channels()).isEqualTo(1);
    assertThat(result.number(0, 0, 0)).isEqualTo(7);
    assertThat(result.number(0, 1, 0)).isEqualTo(300);
    assertThat(result.number(1, 0, 0)).isEqualTo(9);
    assertThat(result.number(1, 1, 0)).isEqualTo(5);
  }

  @Test
  void keepsDepthAndChannelsOfPhotos() throws IOException {
    writeGray(a.resolve("1.png"), BufferedImage.TYPE_USHORT_GRAY, 2, 1000, 1000, 1000, 1000);

    fill(resizing(1));

    var result = StoredPicture.read(out.resolve("1.png"));
    assertThat(result.bits()).isEqualTo(16);
    assertThat(result.number(0, 0, 0)).isEqualTo(1000);
  }

  @Test
  void refusesALabelFolderThatIsNowhere() {
    Pictures.write(a.resolve("photo/1.png"), 4, 4);

    assertThatThrownBy(
            () ->
                fill(
                    new Resizing(
                        a,
                        out,
                        TargetSize.parse("2x4"),
                        Resampling.BICUBIC,
                        ImmutableSet.of("label"),
                        false)))
        .hasMessageContaining("there is no folder named label; there are: photo");
  }

  @Test
  void resizesHalvesOfPairsEachByItself() {
    var pair = SideBySide.of(Pictures.plain(4, 4, -1), Pictures.plain(4, 4, 1));
    Pictures.write(a.resolve("1.png"), 4, 8);
    ImageFiles.write(a.resolve("1.png"), pair);

    fill(new Resizing(a, out, TargetSize.shorter(2), Resampling.BICUBIC, ImmutableSet.of(), true));

    // Blended over the seam, values between black and white would be there.
    assertThat(ImageFiles.read(out.resolve("1.png")))
        .isEqualTo(SideBySide.of(Pictures.plain(2, 2, -1), Pictures.plain(2, 2, 1)));
  }

  @Test
  void drawsEdgesBesideTheirPhotos() {
    var photo = SideBySide.of(Pictures.plain(16, 16, -1), Pictures.plain(16, 16, 1));
    Pictures.write(a.resolve("1.png"), 16, 32);
    ImageFiles.write(a.resolve("1.png"), photo);

    fill(new EdgeMaps(a, out, new EdgeDrawing(1.4, 50, 100), true));

    var result = ImageFiles.read(out.resolve("1.png"));
    assertThat(result.width()).isEqualTo(64);
    // One line where black meets white, at column 15 or 16.
    int lines = 0;
    for (int x = 0; x < 32; x++) {
      lines += result.at(8, x, 0) == -1 ? 1 : 0;
    }
    assertThat(lines).isEqualTo(1);
    assertThat(Math.min(result.at(8, 15, 0), result.at(8, 16, 0))).isEqualTo(-1);
    assertThat(result.at(8, 32, 0)).isEqualTo(-1);
    assertThat(result.at(8, 63, 0)).isEqualTo(1);
  }

  /** A gray photo of 16 bits: 771 is three levels of 65535. */
  @Test
  void drawsWhatTheDataSetOfEdgesDrawsAndKeepsThePhotoAsItIs() throws IOException {
    var numbers = new int[16 * 16];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 16 < 7 ? 771 : 60000;
    }
    writeGray(a.resolve("1.png"), BufferedImage.TYPE_USHORT_GRAY, 16, numbers);
    var asStored = new ReadOptions(ChannelChoice.ALL, Optional.empty());
    var pair = new Edges(0).pair(ImageFiles.read(a.resolve("1.png"), asStored));

    fill(
        new EdgeMaps(
            a,
            out,
            new EdgeDrawing(
                Double.parseDouble(EdgeDrawing.SIGMA),
                Double.parseDouble(EdgeDrawing.LOW),
                Double.parseDouble(EdgeDrawing.HIGH)),
            true));

    assertThat(ImageFiles.read(out.resolve("1.png"), asStored))
        .isEqualTo(SideBySide.of(pair.condition(), pair.target()));
    assertThat(pair.condition().toArray()).contains(-1, 1);
    assertThat(StoredPicture.bits(out.resolve("1.png"))).isEqualTo(16);
  }

  @Test
  void sizesAreReadStrictly() {
    assertThat(TargetSize.parse("256x192").of(new ImageShape(5, 5, 3)))
        .isEqualTo(new ImageShape(192, 256, 3));
    assertThat(TargetSize.shorter(100).of(new ImageShape(200, 300, 3)))
        .isEqualTo(new ImageShape(100, 150, 3));
    assertThatThrownBy(() -> TargetSize.parse("256 px")).hasMessageContaining("is no size");
    assertThatThrownBy(() -> TargetSize.parse("0")).hasMessageContaining("is no size");
  }
}
