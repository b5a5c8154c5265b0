package io.pix2pix.data.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelMapsTest {
  private static final int SKY = 0x0a141e;
  private static final int ROAD = 0xc80000;
  private static final int VOC_VOID = 0xe0e0c0;

  @TempDir Path data;

  @BeforeEach
  void writePaletteAndPhoto() throws IOException {
    palette("");
    Pictures.write(data.resolve("train/photo/a.jpg"), 1, 3);
  }

  private void palette(String more) throws IOException {
    Files.writeString(
        data.resolve("palette.csv"),
        "index,class,red,green,blue\n0,sky,10,20,30\n1,road,200,0,0\n" + more);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void indicesAreNumbersInWhateverDepth(int kind) throws IOException {
    map(new BufferedImage(3, 1, kind), 1, 0, 1);

    assertThat(colors(condition())).containsExactly(ROAD, SKY, ROAD);
  }

  /** A picture of two bits holds 0, 85, 170 and 255 as gray values. */
  @Test
  void indicesOfFewBitsAreNumbersToo() throws IOException {
    byte[] ramp = {0, 85, (byte) 170, (byte) 255};
    var table = new IndexColorModel(2, 4, ramp, ramp, ramp);
    map(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY, table), 1, 0, 1);

    assertThat(colors(condition())).containsExactly(ROAD, SKY, ROAD);
  }

  @Test
  void aTableOfOtherColorsThanThePalettesIsNotLookedAt() throws IOException {
    byte[] other = {1, 2};
    var table = new IndexColorModel(8, 2, other, new byte[] {7, 8}, other);
    map(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, table), 1, 0, 1);

    assertThat(colors(condition())).containsExactly(ROAD, SKY, ROAD);
  }

  @Test
  void aTableOfThePalettesColorsHoldsInWhateverOrder() throws IOException {
    var table =
        new IndexColorModel(
            8, 2, new byte[] {(byte) 200, 10}, new byte[] {0, 20}, new byte[] {0, 30});
    map(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, table), 1, 0, 1);

    assertThat(colors(condition())).containsExactly(SKY, ROAD, SKY);
  }

  @Test
  void theNumber255StandsForNoClass() throws IOException {
    map(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY), 1, 255, 0);
    assertThat(colors(condition())).containsExactly(ROAD, VOC_VOID, SKY);

    map(new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY), 1, 65535, 0);
    assertThat(colors(condition())).containsExactly(ROAD, VOC_VOID, SKY);

    palette("255,nothing,1,2,3\n");
    assertThat(colors(condition())).containsExactly(ROAD, 0x010203, SKY);
    assertThat(Palette.read(data.resolve("palette.csv")).text()).endsWith("255,nothing,1,2,3\n");

    palette("2,Void,0,0,0\n");
    assertThat(colors(condition())).containsExactly(ROAD, 0x000000, SKY);
  }

  @Test
  void aMapThatIsToBeTranslatedIsReadLikeThoseOfTheTraining() throws IOException {
    map(new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY), 1, 65535, 0);
    var palette = Palette.read(data.resolve("palette.csv"));
    var map = ImageFiles.readLabels(data.resolve("train/label/a.png"), palette);

    assertThat(new TwoFolders("label", "photo", 0).condition(map, Optional.of(palette), "a.png"))
        .isEqualTo(condition());
  }

  @Test
  void aPaletteThatGoesWithNoMapIsRefused() throws IOException {
    map(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY), 1, 7, 0);

    assertThatThrownBy(this::open)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("palette.csv: goes with neither folder")
        .hasMessageContaining("its indices 0 to 1 and 255")
        .hasMessageContaining("train/label is gray with values up to 7");
  }

  @Test
  void indicesInAJpegAreRefusedWhereTheyCouldBeOthers() throws IOException {
    var map = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
    map.getRaster().setSample(0, 0, 0, 1);
    Files.createDirectories(data.resolve("train/label"));
    ImageIO.write(map, "jpg", data.resolve("train/label/a.jpg").toFile());

    assertThatThrownBy(this::open).hasMessageContaining("JPEG changes indices: store maps as PNG");
  }

  private void map(BufferedImage picture, int... values) throws IOException {
    for (int x = 0; x < values.length; x++) {
      picture.getRaster().setSample(x, 0, 0, values[x]);
    }
    Files.createDirectories(data.resolve("train/label"));
    ImageIO.write(picture, "png", data.resolve("train/label/a.png").toFile());
  }

  private Pairs open() {
    return DataSource.folder(data).open(new TwoFolders("label", "photo", 0)).split("train");
  }

  private Image condition() {
    var pairs = open();
    assertThat(pairs.check(0)).isEmpty();
    return pairs.read(0).condition();
  }

  private static int[] colors(Image image) {
    var colors = new int[image.width()];
    for (int x = 0; x < colors.length; x++) {
      colors[x] = Pixels.rgb(image, 0, x);
    }
    return colors;
  }
}
