package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.augment.Flip;
import io.pix2pix.data.augment.Mirror;
import io.pix2pix.data.batch.PrefetchedBatching;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.synthetic.SyntheticFacades;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment's pictures are drawn at 16x16, and shown 16 times as large. */
class DataShowIT {
  private static final int FACTOR = 16;
  private static final int CELL = 256 + 6;

  /** Three lines of 20, captions of columns of 24, and the name of the pair of 20. */
  private static final int HEAD = 3 * 20 + 24 + 20;

  @TempDir Path folder;

  private Pix2Pix.Answer show(String... more) {
    var experiment = new Pix2Pix(folder).experiment();
    var arguments = ImmutableList.<String>builder();
    arguments.add("data", "show", experiment.toString(), "--output", sheet().toString());
    return new Pix2Pix(folder).run(arguments.add(more).build().toArray(new String[0]));
  }

  private Path sheet() {
    return folder.resolve("sheet.png");
  }

  @Test
  void showsPixelForPixelWhatTheTrainingSees() throws InterruptedException {
    var answer = show("--count", "4", "--draws", "1", "--set", "augmentation=[mirror, flip]");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("Open " + sheet().toAbsolutePath());
    var sheet = ImageFiles.read(sheet());
    var pairs = new SyntheticFacades(16, 4, 1, 2, 1).open(Optional.empty(), "train");
    var shape = new ImageShape(16, 16, 3);
    var plan =
        new Plan(
            ImmutableList.of(new Mirror(.5), new Flip(.5)), new PairShape(shape, shape), 1, 1, 0);
    try (var batches = new PrefetchedBatching().open(pairs, plan)) {
      for (int step = 0; step < 4; step++) {
        try (var batch = batches.next()) {
          float first = batch.target().getFloat(0, 0, 0, 0);
          float last = batch.target().getFloat(0, 15, 15, 2);
          assertThat(ImmutableList.of(0, 1, 2, 3))
              .anyMatch(row -> targetHas(sheet, row, first, last));
        }
      }
    }
  }

  /** Of the row's first epoch. */
  private static boolean targetHas(Image sheet, int row, float first, float last) {
    int top = HEAD + row * (20 + 2 * CELL) + CELL;
    return Math.abs(sheet.at(top, CELL, 0) - first) < 0.001
        && Math.abs(sheet.at(top + 15 * FACTOR, CELL + 15 * FACTOR, 2) - last) < 0.001;
  }

  @Test
  void drawsOtherwiseWithAnotherSeed() {
    show("--set", "augmentation=[flip, {name: affine, rotation: 30}]");
    var first = ImageFiles.read(sheet());
    show("--set", "augmentation=[flip, {name: affine, rotation: 30}]", "--seed", "2");

    assertThat(ImageFiles.read(sheet())).isNotEqualTo(first);
  }

  @Test
  void refusesWhatAnAugmentationCannotDo() {
    show("--set", "augmentation=[noise]")
        .refuses(1, "train-0000.png: noise would mix the classes of the condition", "side: target");
    show("--set", "augmentation=[{name: crop, height: 64}]")
        .refuses(1, "images of 16x16 are smaller than the cut of 256x64");
  }

  @Test
  void refusesNumbersOutOfRangeAndOtherFormats() {
    show("--count", "0").refuses(1, "--count: must be from 1 to 100, not 0");
    var tiny = new Pix2Pix(folder);
    tiny.run("data", "show", tiny.experiment().toString(), "--output", "sheet.jpg")
        .refuses(1, "--output: sheet.jpg must end in .png");
  }
}
