package io.pix2pix.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.BaseEncoding;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.augment.Jitter;
import io.pix2pix.data.batch.PrefetchedBatching;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.synthetic.SyntheticFacades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedDatasetTest {
  private static final Paired PAIRED = new Paired(Direction.AtoB, 0);

  /** A BMP file of 2x1 pixels. */
  private static final String TWO_PIXELS =
      "424D3E00000000000000360000002800000002000000010000000100180000000000"
          + "08000000130B0000130B000000000000000000000A141E28323C0000";

  @TempDir Path folder;

  private OpenedDataset opened() {
    return DataSource.folder(folder).open(PAIRED);
  }

  @Test
  void opensEachDataSetAndEachSplitOnce() {
    Pictures.write(folder.resolve("train/1.png"), 2, 4);
    var source = DataSource.folder(folder);

    assertThat(source.open(PAIRED)).isSameAs(source.open(new Paired(Direction.AtoB, 0)));
    assertThat(source.open(PAIRED).split("train")).isSameAs(source.open(PAIRED).split("train"));
  }

  /** 100,000 files of which each is far longer than its head: only a fixed sample is touched. */
  @Test
  void opensManyPairsWithoutReadingThem() throws InterruptedException, IOException {
    var image = picture(256, 512);
    var tree = tree(100_000, image, ImmutableMap.of());
    var opened = DataSource.of(tree).open(PAIRED);

    var shape = opened.trainingShape(ImmutableList.of());

    assertThat(opened.split("train").size()).isEqualTo(100_000);
    assertThat(tree.filesOpened()).isEqualTo(1024);
    assertThat(image).hasSizeGreaterThan(50_000);
    assertThat(tree.bytesRead()).isLessThan(1024 * 10_000L);

    var before = tree.bytesRead();
    opened.checksum("train");
    assertThat(tree.bytesRead() - before).isEqualTo(64L * image.length);

    var plan = new Plan(ImmutableList.of(), shape, 1, 1, 0);
    before = tree.bytesRead();
    try (var batches = new PrefetchedBatching().open(opened.split("train"), plan)) {
      batches.next().close();
    }
    assertThat(tree.bytesRead() - before).isLessThan(20L * image.length);
    assertThat(tree.timesListed()).isLessThan(10);
  }

  @Test
  void readsEverythingWhereItIsToBeCheckedAndKeepsTheResult() throws IOException {
    var image = picture(64, 128);
    var tree = tree(5_000, image, ImmutableMap.of());
    var source = DataSource.of(tree).checked(folder);

    source.open(PAIRED).split("train");

    assertThat(tree.bytesRead()).isGreaterThan(5_000L * image.length);
    assertThat(source.open(PAIRED).checksum("train").of()).isEqualTo("names and all contents");
    var again = tree(5_000, image, ImmutableMap.of());
    assertThat(DataSource.of(again).checked(folder).open(PAIRED).checksum("train"))
        .isEqualTo(source.open(PAIRED).checksum("train"));
    assertThat(again.bytesRead()).isLessThan(5_000L * image.length);
  }

  /**
   * The sixth of 5,000 is in no sample of 1024: damaged, it is found when it is read, or by a
   * check.
   */
  @Test
  void aDamagedFileBeyondTheSampleIsFoundByACheckAndWhenItIsRead() throws IOException {
    var image = picture(64, 128);
    var cut = Arrays.copyOf(image, image.length / 2);
    var tree = tree(5_000, image, ImmutableMap.of(5, cut));
    var pairs = DataSource.of(tree).open(PAIRED).split("train");

    refuses(() -> pairs.read(5), "memory/train/00005.png: the image is damaged or cut short");
    refuses(
        () -> DataSource.of(tree).checked(folder).open(PAIRED).split("train"),
        "memory/train/00005.png: the image is damaged or cut short");
  }

  @Test
  void aChecksumMatchesTheDataThatItWasTakenOfInTheWayThatItWasTaken() {
    var file = Pictures.write(folder.resolve("train/1.png"), 2, 4);
    var sample = opened().checksum("train");
    var full = DataSource.folder(folder).checked(folder.resolve("cache")).open(PAIRED);

    assertThat(sample.of()).isEqualTo("names, sizes and 64 files");
    assertThat(opened().matches("train", full.checksum("train"))).isTrue();
    assertThat(full.matches("train", sample)).isTrue();
    ImageFiles.write(file, Pictures.plain(2, 4, 0));
    assertThat(opened().matches("train", sample)).isFalse();
    assertThat(opened().matches("train", full.checksum("train"))).isFalse();
    refuses(
        () -> opened().matches("train", new DataChecksum("smells", "1")),
        "the checksum of the data is of \"smells\"");
  }

  /** Runs and studies that are there already hold such checksums; the values are Python's. */
  @Test
  void theChecksumOfAllContentsStaysAsItWas() throws IOException {
    for (var name : new String[] {"train", "train/label", "train/photo"}) {
      Files.createDirectories(folder.resolve(name));
      Files.write(folder.resolve(name).resolve("1.bmp"), BaseEncoding.base16().decode(TWO_PIXELS));
    }

    // sha256(pack("<i", 5) + b"1.bmp" + sha256(bytes).digest())
    assertThat(opened().split("train").checksum(Coverage.FULL).value())
        .isEqualTo("41870c4caf61d2ecce524cc4845a4cd37895fa517a3a62ea66a17d27cc43ca2c");
    // sha256(b"Side[palette=Optional.empty]" * 2 + pack("<i", 5) + b"1.bmp"
    //     + sha256(sha256(bytes).digest() * 2).digest())
    var folders = DataSource.folder(folder).open(new TwoFolders("label", "photo", 0));
    assertThat(folders.split("train").checksum(Coverage.FULL).value())
        .isEqualTo("a99cde818b6876d4ec31843a1808c0a6675e62863736ba8dd5baacd43ece76c9");
  }

  @Test
  void aChangedFileIsCheckedAgain() {
    var file = Pictures.write(folder.resolve("train/1.png"), 64, 128);
    var cache = folder.resolve("cache");
    DataSource.folder(folder).checked(cache).open(PAIRED).split("train");
    Pictures.truncate(file, 0.95);

    refuses(() -> DataSource.folder(folder).checked(cache).open(PAIRED).split("train"), "1.png");
  }

  @Test
  void tellsTheShapeOfAugmentedPairs() {
    var opened = DataSource.none().open(new SyntheticFacades(32, 4, 1, 1, 1));

    assertThat(opened.trainingShape(ImmutableList.of(new Jitter(30, 24))).condition())
        .isEqualTo(new ImageShape(24, 24, 3));
  }

  @Test
  void refusesPairsOfDifferentSizesUnlessTheyAreMadeAlike() {
    Pictures.write(folder.resolve("train/1.png"), 4, 8);
    Pictures.write(folder.resolve("train/2.png"), 4, 12);

    refuses(
        () -> opened().trainingShape(ImmutableList.of()), "2.png: would be 6x4, but 1.png 4x4; ");
    assertThat(opened().trainingShape(ImmutableList.of(new Jitter(4, 4))).target())
        .isEqualTo(new ImageShape(4, 4, 3));
  }

  @Test
  void namesTheFileThatAnAugmentationRefuses() {
    Pictures.write(folder.resolve("train/1.png"), 1, 2);
    var jitter = ImmutableList.<Augmentation>of(new Jitter(4, 2));

    refuses(
        () -> opened().trainingShape(jitter),
        "1.png: images of 1x1 are smaller than the crop of 2x2");
  }

  private static TreeInMemory tree(int size, byte[] image, ImmutableMap<Integer, byte[]> others) {
    var files = ImmutableMap.<String, byte[]>builder();
    for (int i = 0; i < size; i++) {
      files.put("%05d.png".formatted(i), others.getOrDefault(i, image));
    }
    return new TreeInMemory("train", files.buildOrThrow());
  }

  /** A PNG file of noise, which does not become smaller when it is packed. */
  private byte[] picture(int height, int width) throws IOException {
    var file = folder.resolve("noise.png");
    ImageFiles.write(file, Pictures.noise(height, width));
    return Files.readAllBytes(file);
  }

  private static void refuses(Runnable work, String words) {
    assertThatThrownBy(work::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words);
  }
}
