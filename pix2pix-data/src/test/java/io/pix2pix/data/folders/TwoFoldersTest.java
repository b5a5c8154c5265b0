package io.pix2pix.data.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.testing.Provided;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoFoldersTest {
  private static final String PALETTE =
      "index,class,red,green,blue\n0,sky,128,128,128\n1,building,128,0,0\n";

  @TempDir Path data;

  @Test
  void whatHasTheSameNameBelongsTogether() {
    Pictures.write(data.resolve("train/label/b.png"), 2, 4);
    Pictures.write(data.resolve("train/label/a.png"), 3, 3);
    Pictures.write(data.resolve("train/photo/a.jpg"), 3, 3);
    Pictures.write(data.resolve("train/photo/b.jpg"), 2, 4);

    var pairs = open("train");

    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.name(0)).isEqualTo("a.jpg");
    assertThat(pairs.shape(1).condition()).isEqualTo(new ImageShape(2, 4, 3));
    assertThat(pairs.read(1).condition())
        .isEqualTo(ImageFiles.read(data.resolve("train/label/b.png")));
    assertThat(pairs.read(1).target())
        .isEqualTo(ImageFiles.read(data.resolve("train/photo/b.jpg")));
  }

  @Test
  void mapsOfIndicesGetTheirColorsAlsoWhereSomebodyWantsOneTranslated() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/label/a.png", 1, 0);
    Pictures.write(data.resolve("train/photo/a.jpg"), 1, 2);
    var pairs = open("train");
    var dataset = new TwoFolders("label", "photo", 0);
    var map = ImageFiles.read(data.resolve("train/label/a.png"));
    var colored = pairs.read(0).condition();
    var photo = Pictures.plain(1, 2, 0);

    assertThat(pairs.indices()).isPresent();
    assertThat(dataset.condition(map, pairs.indices(), "a.png")).isEqualTo(colored);
    assertThat(dataset.condition(colored, pairs.indices(), "b.png")).isEqualTo(colored);
    assertThat(dataset.condition(map, Optional.empty(), "a.png")).isEqualTo(map);
    assertThatThrownBy(() -> dataset.condition(photo, pairs.indices(), "c.png"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("c.png: is gray, but no map of the indices 0 to 1");
  }

  @Test
  void mapsThatSomebodyWantsTranslatedAreResizedWithoutMixingClasses() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/label/a.png", 1, 0);
    Pictures.write(data.resolve("train/photo/a.jpg"), 1, 2);
    var classes = open("train").indices();
    var dataset = new TwoFolders("label", "photo", 4);
    var map = ImageFiles.read(data.resolve("train/label/a.png"));
    var colored = dataset.condition(map, classes, "a.png");
    var large = new ImageShape(1, 6, 3);

    var resized = dataset.resized(map, large, classes);

    assertThat(dataset.condition(resized, classes, "a.png"))
        .isEqualTo(dataset.resized(colored, large, classes));
    for (int x = 0; x < 6; x++) {
      assertThat(resized.at(0, x, 0)).isEqualTo(map.at(0, x / 3, 0));
    }
  }

  @Test
  void mapsThatHaveColorsOrAreTargetsAreNotTakenAsIndices() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/photo/a.png", 1, 0);
    Pictures.write(data.resolve("train/label/a.png"), 1, 2);

    assertThat(open("train").indices()).isEmpty();
  }

  @Test
  void mapsOfIndicesGetTheColorsOfThePalette() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/label/a.png", 1, 0);
    Pictures.write(data.resolve("train/photo/a.jpg"), 1, 2);

    var condition = open("train").read(0).condition();

    assertThat(condition.toArray())
        .containsExactly(
            128 / 127.5f - 1, -1, -1, 128 / 127.5f - 1, 128 / 127.5f - 1, 128 / 127.5f - 1);
  }

  @Test
  void aResizedMapHasNoColorsBesideThoseOfThePalette() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/label/a.png", 0, 0, 1, 1, 1, 1);
    Pictures.write(data.resolve("train/photo/a.jpg"), 1, 6);
    var pairs = DataSource.folder(data).open(new TwoFolders("label", "photo", 2)).split("train");

    var pair = pairs.read(0);

    assertThat(pairs.shape(0).condition()).isEqualTo(new ImageShape(2, 2, 3));
    assertThat(pair.target().shape()).isEqualTo(new ImageShape(2, 2, 3));
    float gray = 128 / 127.5f - 1;
    assertThat(pair.condition().toArray()) // pixels 1 and 4 of each row of six
        .containsExactly(gray, gray, gray, gray, -1, -1, gray, gray, gray, gray, -1, -1);
  }

  @Test
  void aPictureThatIsNoMapAmongMapsIsNamed() throws IOException {
    Files.writeString(data.resolve("palette.csv"), PALETTE);
    indices("train/label/a.png", 1, 0);
    indices("train/label/b.png", 2, 0);
    Pictures.write(data.resolve("train/photo/a.jpg"), 1, 2);
    Pictures.write(data.resolve("train/photo/b.jpg"), 1, 2);
    var pairs = open("train");

    assertThatThrownBy(() -> pairs.read(1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("b.png: is no map of the indices 0 to 1");
  }

  @Test
  void checksumsFollowFromTheBytesOfBothSides() {
    Pictures.write(data.resolve("train/label/a.png"), 4, 4);
    Pictures.write(data.resolve("train/photo/a.png"), 4, 4);
    var before = open("train").checksum(Coverage.SAMPLE);

    assertThat(open("train").checksum(Coverage.SAMPLE)).isEqualTo(before);
    ImageFiles.write(data.resolve("train/photo/a.png"), Pictures.plain(4, 4, 0));
    assertThat(open("train").checksum(Coverage.SAMPLE)).isNotEqualTo(before);
  }

  @Test
  void refusesAPictureWithoutAPartner() {
    Pictures.write(data.resolve("train/label/a.png"), 2, 2);
    Pictures.write(data.resolve("train/photo/a.jpg"), 2, 2);
    Pictures.write(data.resolve("train/photo/b.jpg"), 2, 2);

    refuses("train", "photo/b.jpg: has no partner in");
  }

  @ParameterizedTest
  @CsvSource({
    "7_gtFine.png, 8_gtFine.png, 7_leftImg8bit.png, 8_leftImg8bit.jpg, ''",
    "7_gtFine.png, 8_gtFine.png, 7_left.png, 8_left.png, {split}/label/{name}_gtFine.png + {split}/photo/{name}_left.png",
    "label-7.png, label-8.png, photo-7.png, photo-8.png, {split}/label/label-{name} + {split}/photo/photo-{name}",
    "a.png, b.png, c.png, d.png, ''",
  })
  void saysWhichPatternsMakePartnersOfNamesThatDiffer(
      String label, String otherLabel, String photo, String otherPhoto, String patterns) {
    Pictures.write(data.resolve("train/label").resolve(label), 2, 2);
    Pictures.write(data.resolve("train/label").resolve(otherLabel), 2, 2);
    Pictures.write(data.resolve("train/photo").resolve(photo), 2, 2);
    Pictures.write(data.resolve("train/photo").resolve(otherPhoto), 2, 2);

    var found = DifferentNames.between(List.of(label, otherLabel), List.of(photo, otherPhoto));

    assertThat(found.isPresent()).isEqualTo(!patterns.isEmpty());
    refuses("train", patterns.isEmpty() ? "or remove it" : "by patterns: " + quoted(patterns));
  }

  private static String quoted(String patterns) {
    return "\"" + patterns.replace(" + ", "\" and \"") + "\"";
  }

  @Test
  void refusesPartnersOfDifferentSizes() {
    Pictures.write(data.resolve("train/label/a.png"), 2, 2);
    Pictures.write(data.resolve("train/photo/a.jpg"), 2, 3);

    refuses("train", "a.jpg: 3x2 pixels, but its partner");
  }

  @Test
  void refusesASplitWithoutBothFolders() {
    Pictures.write(data.resolve("train/label/a.png"), 2, 2);

    refuses("train", "train/photo: there is no such folder");
    assertThat(DataSource.folder(data).open(new TwoFolders("label", "photo", 0)).has("train"))
        .isFalse();
  }

  @Test
  void refusesTwoPicturesOfOneName() {
    Pictures.write(data.resolve("train/label/a.png"), 2, 2);
    Pictures.write(data.resolve("train/label/a.jpg"), 2, 2);
    Pictures.write(data.resolve("train/photo/a.jpg"), 2, 2);

    refuses("train", "two images have one name");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,building,128,0', an index",
    "'2,building,128,0,0', an index",
    "'1,b,1,2,256', 255"
  })
  void refusesAPaletteThatIsNone(String line, String words) throws IOException {
    var file =
        Files.writeString(
            data.resolve("palette.csv"), "index,class,red,green,blue\n0,sky,1,2,3\n" + line + "\n");

    assertThatThrownBy(() -> Palette.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("palette.csv: \"" + line)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({"train, 367", "val, 101", "test, 233"})
  void opensEverySplitOfCamVid(String split, int size) {
    Path camvid = Provided.data("camvid");
    var opened = DataSource.folder(camvid).open(new TwoFolders("label", "photo", 0));

    var pairs = opened.split(split);

    assertThat(pairs.size()).isEqualTo(size);
    assertThat(pairs.shape(0).target()).isEqualTo(new ImageShape(192, 256, 3));
    var palette = opened.palette().orElseThrow();
    assertThat(palette.size()).isEqualTo(12);
    assertThat(palette.distance(pairs.read(size - 1).condition())).isLessThan(1e-3);
  }

  private Pairs open(String split) {
    return DataSource.folder(data).open(new TwoFolders("label", "photo", 0)).split(split);
  }

  private void refuses(String split, String words) {
    assertThatThrownBy(() -> open(split))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words);
  }

  private void indices(String name, int... values) throws IOException {
    var picture = new BufferedImage(values.length, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < values.length; x++) {
      picture.getRaster().setSample(x, 0, 0, values[x]);
    }
    Files.createDirectories(data.resolve(name).resolveSibling(""));
    ImageIO.write(picture, "png", data.resolve(name).toFile());
  }
}
