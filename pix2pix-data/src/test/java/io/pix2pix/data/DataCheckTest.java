package io.pix2pix.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.MoreCollectors;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.pixels.PixelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataCheckTest {
  private static final Dataset FAILING = new Paired(Direction.AtoB, 0);
  private static final Dataset SKIPPING =
      new Paired(Direction.AtoB, 0, ImmutableList.of(), BadImage.SKIP, PixelSettings.USUAL);

  @TempDir Path folder;
  private final AtomicLong decoded = new AtomicLong();
  private final ProgressListener work =
      (task, all) -> done -> decoded.accumulateAndGet(done, Math::max);

  @Test
  void namesAllFilesThatCannotBeUsed() throws IOException {
    write("a.png", "c.png", "e.png");
    breakInside("b.png");
    breakInside("d.png");

    assertThatThrownBy(() -> check(FAILING))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("train: 2 files cannot be used: ")
        .hasMessageContaining("b.png (the image is damaged or cut short (")
        .hasMessageContaining("d.png (the image is damaged or cut short (")
        .hasMessageEndingWith(
            "; copy the file again, or remove it; or leave their pairs out with data.onBadImage:"
                + " skip");
    assertThat(decoded.get()).isEqualTo(5);
  }

  @Test
  void leavesOutWhatCannotBeUsedWhereThatIsWanted() throws IOException {
    write("a.png", "c.png");
    breakInside("b.png");
    var opened = open(SKIPPING);

    var pairs = opened.checkedSplit("train", folder.resolve("cache"), work);

    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.name(1)).isEqualTo("c.png");
    assertThat(pairs.read(1).condition().width()).isEqualTo(8);
    assertThat(opened.split("train")).isSameAs(pairs);
    assertThat(opened.skipped("train")).singleElement().asString().contains("b.png: the image is");
    assertThat(open(SKIPPING).split("train").size()).isEqualTo(2);
  }

  @Test
  void decodesNothingAgainThatDidNotChange() throws IOException {
    write("a.png", "c.png");
    breakInside("b.png");
    check(SKIPPING);
    decoded.set(0);

    assertThat(check(SKIPPING).skipped("train")).hasSize(1);
    assertThat(decoded.get()).isZero();
    Files.delete(folder.resolve("train/b.png"));
    assertThat(check(SKIPPING).skipped("train")).isEmpty();
    assertThat(decoded.get()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5\n", "\0\0\0\0", "no checksum\n2\n", "e3069283"})
  void decodesAnewWhereWhatWasKeptIsDamaged(String damage) throws IOException {
    write("a.png", "c.png");
    breakInside("b.png");
    check(SKIPPING);
    try (var kept = Files.list(folder.resolve("cache/data-checks"))) {
      Files.writeString(kept.collect(MoreCollectors.onlyElement()), damage);
    }
    decoded.set(0);

    assertThat(check(SKIPPING).skipped("train")).hasSize(1);
    assertThat(decoded.get()).isEqualTo(3);
    decoded.set(0);
    assertThat(check(SKIPPING).skipped("train")).hasSize(1);
    assertThat(decoded.get()).isZero();
  }

  @Test
  void noticesADigitThatChangedInWhatWasKept() throws IOException {
    write("a.png", "c.png");
    breakInside("b.png");
    check(SKIPPING);
    try (var files = Files.list(folder.resolve("cache/data-checks"))) {
      var kept = files.collect(MoreCollectors.onlyElement());
      var text = Files.readString(kept);
      assertThat(text).contains("\n1\t");
      Files.writeString(kept, text.replace("\n1\t", "\n0\t"));
    }

    assertThat(check(SKIPPING).split("train").name(0)).isEqualTo("a.png");
  }

  @Test
  void refusesASplitOfWhichNothingIsLeft() throws IOException {
    breakInside("b.png");

    assertThatThrownBy(() -> check(SKIPPING))
        .hasMessageContaining("b.png: the image is damaged")
        .hasMessageEndingWith("; no pair of " + folder.resolve("train") + " is left without it");
  }

  @Test
  void looksAtBothSidesOfAPairAndAtTheirSizes() {
    Pictures.write(folder.resolve("train/label/a.png"), 4, 4);
    Pictures.write(folder.resolve("train/photo/a.png"), 4, 5);
    Pictures.truncate(Pictures.write(folder.resolve("train/label/b.png"), 64, 64), 0.5);
    Pictures.truncate(Pictures.write(folder.resolve("train/photo/b.png"), 64, 64), 0.5);

    assertThatThrownBy(() -> check(new TwoFolders("label", "photo", 0)))
        .hasMessageContaining("3 files cannot be used")
        .hasMessageContaining("photo/a.png (5x4 pixels, but its partner")
        .hasMessageContaining("label/b.png (")
        .hasMessageContaining("photo/b.png (");
  }

  private OpenedDataset open(Dataset dataset) {
    return DataSource.folder(folder).open(dataset);
  }

  private OpenedDataset check(Dataset dataset) {
    var opened = open(dataset);
    opened.checkedSplit("train", folder.resolve("cache"), work);
    return opened;
  }

  private void write(String... names) {
    for (var name : names) {
      Pictures.write(folder.resolve("train").resolve(name), 16, 16);
    }
  }

  /** Head and end stay as they are. */
  private void breakInside(String name) throws IOException {
    var file = Pictures.write(folder.resolve("train").resolve(name), 64, 64);
    var bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 8; i++) {
      bytes[i] ^= (byte) 0xff;
    }
    Files.write(file, bytes);
  }
}
