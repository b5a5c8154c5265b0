package io.pix2pix.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataInspectionTest {
  @TempDir Path folder;

  private DataReport report() {
    var files = FileTree.folder(folder);
    return DataInspection.guessed(files).report(files, ProgressListener.NONE);
  }

  private Path write(String name, Image image) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageFiles.write(file, image);
    return file;
  }

  private static Image noise(int height, int width, int seed) {
    var shape = new ImageShape(height, width, 3);
    var random = new SplittableRandom(seed);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  private void writeIndices(String name, int... indices) throws IOException {
    var map = new BufferedImage(indices.length, 1, BufferedImage.TYPE_BYTE_GRAY);
    map.getRaster().setPixels(0, 0, indices.length, 1, indices);
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(map, "png", file.toFile());
  }

  @Test
  void saysWhatIsInSoundPairs() throws IOException {
    write("train/a.png", noise(4, 8, 1));
    write("train/b.png", noise(4, 8, 2));
    write("test/c.png", noise(4, 8, 3));

    var report = report();

    assertThat(report.isUsable()).isTrue();
    assertThat(report.splits()).extracting(SplitReport::name).containsExactly("train", "test");
    var train = report.splits().get(0);
    assertThat(train.pairs()).isEqualTo(2);
    assertThat(train.shapes()).isEqualTo(ImmutableMap.of("4x4", 2));
    assertThat(train.condition().sizes()).isEqualTo(ImmutableMap.of("8x4", 2));
    assertThat(train.condition().formats()).isEqualTo(ImmutableMap.of("png", 2));
    assertThat(train.target().channels()).isEqualTo(ImmutableMap.of("3 channels", 2));
    assertThat(train.target().depths())
        .isEqualTo(ImmutableMap.of("8-bit unsigned whole numbers", 2));
    assertThat(report.warnings()).isEmpty();
  }

  /** A training passes over them, too. */
  @Test
  void foldersThatCannotBeListedBelongToNoPair() throws IOException {
    write("train/a.png", noise(4, 8, 1));
    Files.createSymbolicLink(folder.resolve("train/loop"), folder);
    Files.createSymbolicLink(folder.resolve("here"), folder);

    var report = report();

    assertThat(report.isUsable()).isTrue();
    assertThat(report.splits()).extracting(SplitReport::name).containsExactly("train");
    assertThat(report.splits().get(0).unused().names()).containsExactly("loop/");
  }

  @Test
  void namesEveryFileThatCannotBeUsedAndLooksAtTheOthers() throws IOException {
    write("train/a.png", noise(4, 8, 1));
    Pictures.truncate(write("train/b.png", noise(40, 80, 2)), 0.5);
    Files.writeString(folder.resolve("train/c.jpg"), "text");
    Files.writeString(folder.resolve("train/notes.txt"), "text");

    var report = report();

    assertThat(report.isUsable()).isFalse();
    assertThat(report.problems())
        .hasSize(2)
        .satisfiesOnlyOnce(problem -> assertThat(problem).contains("b.png: ", "cut short"))
        .satisfiesOnlyOnce(problem -> assertThat(problem).contains("c.jpg: not an image"));
    var train = report.splits().get(0);
    assertThat(train.shapes()).isEqualTo(ImmutableMap.of("4x4", 1));
    assertThat(train.unused()).isEqualTo(new UnusedFiles(1, ImmutableList.of("notes.txt")));
  }

  @Test
  void findsTheSamePairInTwoSplits() throws IOException {
    write("train/a.png", noise(16, 32, 1));
    write("train/b.png", noise(16, 32, 2));
    write("test/again.bmp", noise(16, 32, 2));

    var report = report();

    assertThat(report.duplicates())
        .containsExactly(
            new DuplicateGroup(
                DuplicateGroup.Kind.SAME_PAIR,
                ImmutableList.of(
                    new PairName("train", 1, "b.png"), new PairName("test", 0, "again.bmp"))));
    assertThat(report.warnings()).hasSize(1);
    assertThat(report.warnings().get(0)).contains("test/again.bmp and train/b.png");
    assertThat(report.isUsable()).isTrue();
  }

  @Test
  void findsPairsThatWereEncodedAgain() throws IOException {
    write("train/a.png", Pictures.ramp(64, 128));
    write("train/b.jpg", Pictures.ramp(64, 128));
    write("train/c.png", noise(64, 128, 2));

    assertThat(report().duplicates())
        .extracting(DuplicateGroup::kind)
        .containsExactly(DuplicateGroup.Kind.NEAR);
  }

  @Test
  void findsOneConditionWithTwoTargets() throws IOException {
    write("train/label/a.png", noise(8, 8, 1));
    write("train/label/b.png", noise(8, 8, 1));
    write("train/photo/a.png", noise(8, 8, 2));
    write("train/photo/b.png", noise(8, 8, 3));

    assertThat(report().duplicates())
        .extracting(DuplicateGroup::kind)
        .containsExactly(DuplicateGroup.Kind.SAME_CONDITION);
  }

  @Test
  void countsClassesOfIndicesWithAndWithoutAPalette() throws IOException {
    writeIndices("train/label/a.png", 0, 0, 1, 255);
    write("train/photo/a.png", noise(1, 4, 1));

    assertThat(report().splits().get(0).condition().classes())
        .extracting(ClassShare::index, ClassShare::share, ClassShare::pictures)
        .containsExactly(tuple(0, 0.5, 1), tuple(1, 0.25, 1), tuple(255, 0.25, 1));

    Files.writeString(
        folder.resolve("palette.csv"),
        "index,class,red,green,blue\n0,sky,0,0,255\n1,wall,255,0,0\n2,door,0,255,0\n");

    assertThat(report().splits().get(0).condition().classes())
        .extracting(ClassShare::name, ClassShare::share)
        .containsExactly(
            tuple("sky", 0.5), tuple("wall", 0.25), tuple("door", 0.0), tuple("no class", 0.25));
  }

  @Test
  void knowsDepthAndRangeAsStored() throws IOException {
    var deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 2, 1, new int[] {300, 40000});
    Files.createDirectories(folder.resolve("train"));
    ImageIO.write(deep, "png", folder.resolve("train/a.png").toFile());

    var side = report().splits().get(0).target();

    assertThat(side.depths()).containsOnlyKeys("16-bit unsigned whole numbers");
    assertThat(side.channels()).containsOnlyKeys("1 channel");
    assertThat(side.least()).isEqualTo(300);
    assertThat(side.greatest()).isEqualTo(40000);
  }

  @Test
  void brightnessSharesSumToOne() throws IOException {
    write("train/a.png", Pictures.plain(4, 8, -1));

    var shares = report().splits().get(0).condition().brightness();

    assertThat(shares.get(0)).isEqualTo(1);
    assertThat(shares.stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aTrainingNeedsOneSizeOnceItsAugmentationIsKnown() throws IOException {
    write("train/a.png", noise(4, 8, 1));
    write("train/b.png", noise(4, 12, 2));
    var files = FileTree.folder(folder);
    var known =
        new DataInspection(
            new Paired(Direction.AtoB, 0), "as the test says", Optional.of(ImmutableList.of()));

    assertThat(report().isUsable()).isTrue();
    assertThat(report().notes()).anyMatch(note -> note.contains("2 sizes"));
    assertThat(known.report(files, ProgressListener.NONE).problems())
        .hasSize(1)
        .first()
        .asString()
        .contains("4x4 (1, such as a.png), 6x4 (1, such as b.png)", "data.size");
  }

  @Test
  void picturesInNoSplitAreSplitAsATrainingDoes() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("%d.png".formatted(i), noise(4, 8, i));
    }

    var report = report();

    assertThat(report.problems()).isEmpty();
    assertThat(report.splits())
        .extracting(SplitReport::name)
        .containsExactly("train", "val", "test");
  }
}
