package io.pix2pix.bench.metric.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.metric.Patterns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);
  private static final ImmutableList<String> VOID = ImmutableList.of("void");
  private static final Palette PALETTE =
      new Palette(
          ImmutableList.of(
              new Palette.Entry("red", 0xff0000),
              new Palette.Entry("void", 0x000000),
              new Palette.Entry("blue", 0x0000ff)));

  @TempDir private Path folder;

  /** By NumPy, from the formulas of the FCN evaluation; class 2 is absent. */
  @Test
  void scoresAreThoseOfTheFcnEvaluation() {
    double[] counts = {50, 10, 0, 5, 3, 20, 2, 0, 0, 0, 0, 0, 1, 0, 4, 30};
    var matrix = new ConfusionMatrix(4, counts, 0);

    assertThat(matrix.scores(AbsentClasses.SKIPPED))
        .containsExactly(new double[] {0.8, 0.8087912087912089, 0.6820220841959821}, ROUNDING);
    assertThat(matrix.scores(AbsentClasses.ZERO))
        .containsExactly(new double[] {0.8, 0.6065934065933896, 0.5115165631469866}, ROUNDING);
  }

  /**
   * Targets red, red, blue, void; generated: nearly red, blue, blue, red. Of three pixels that
   * count two are right; of red 1/2, of blue 1; IoU of red 1/2, of blue 1/2.
   */
  @Test
  void labelAccuracyTakesTheNearestColorAndLeavesVoidOut() {
    var target = strip(0xff0000, 0xff0000, 0x0000ff, 0x000000);
    var generated = strip(0xc02010, 0x3000d0, 0x0000ff, 0xff0000);
    var pair = new EvaluatedImage("strip", gray(), generated, target, number -> generated);
    var metric = new LabelAccuracy("data", VOID, AbsentClasses.SKIPPED);

    var context = Patterns.around(Optional.of(PALETTE), folder, pair);
    assertThat(Patterns.values(metric, context, pair))
        .containsExactly(new double[] {2.0 / 3, 0.75, 0.5}, ROUNDING);
  }

  /**
   * As above, and the last pixel that counts is hidden: one of two is right, and of blue none is.
   */
  @Test
  void labelAccuracyLeavesHiddenPixelsOut() {
    var target = strip(0xff0000, 0xff0000, 0x0000ff, 0x000000);
    var generated = strip(0xc02010, 0x3000d0, 0x0000ff, 0xff0000);
    var mask = Image.of(target.shape().withChannels(1), new float[] {1, 1, 0, 1});
    var pair =
        new EvaluatedImage(
            "strip", gray(), generated, target, number -> generated, Optional.of(mask));
    var metric = new LabelAccuracy("data", VOID, AbsentClasses.SKIPPED);

    var context = Patterns.around(Optional.of(PALETTE), folder, pair);
    assertThat(Patterns.values(metric, context, pair))
        .containsExactly(new double[] {0.5, 0.5, 0.5}, ROUNDING);
  }

  @Test
  void refusesASetWithoutAPaletteAndOneWhoseLabelsAreOnTheOtherSide() {
    var labels = strip(0xff0000, 0xff0000, 0x0000ff, 0x000000);
    var pair = new EvaluatedImage("strip", labels, gray(), gray(), number -> gray());
    var metric = new LabelAccuracy("data", VOID, AbsentClasses.SKIPPED);

    assertThatThrownBy(() -> metric.open(Patterns.around(Optional.empty(), folder, pair)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("label-accuracy: wants label maps, and the data folder has no");
    assertThatThrownBy(() -> metric.open(Patterns.around(Optional.of(PALETTE), folder, pair)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the condition has the palette's colors, not the target")
        .hasMessageContaining("take fcn-score");
  }

  /** Photos are dark where the map is red and bright where it is blue: seconds suffice to learn. */
  @Test
  void aSegmenterIsTrainedOnceAndTellsWhetherPhotosShowWhatTheMapAsksFor() throws Exception {
    var map = map();
    var good = new EvaluatedImage("good", map, photo(false), photo(false), number -> photo(false));
    var bad = new EvaluatedImage("bad", map, photo(true), photo(false), number -> photo(true));
    var around = Patterns.around(Optional.of(PALETTE), folder, good, bad);
    var metric = new FcnScore("data", VOID, AbsentClasses.SKIPPED, 16, 60, 4);

    var seen = Patterns.values(metric, around, good);
    var missed = Patterns.values(metric, around, bad);

    assertThat(seen[0]).isGreaterThan(0.9).isEqualTo(seen[3]);
    assertThat(missed[0]).isLessThan(0.1);
    assertThat(missed[3]).isEqualTo(seen[3]);
    var plan = new SegmenterPlan(Labels.of("fcn-score", "data", VOID, around), 16, 60, 4);
    var kept = folder.resolve(plan.key("specimens")).resolve("step-00000060.safetensors");
    var written = Files.getLastModifiedTime(kept);
    metric.open(around).close();
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
  }

  @Test
  void aCheckRefusesWhatOpeningRefusesAndTrainsNothing() {
    var good =
        new EvaluatedImage("good", map(), photo(false), photo(false), number -> photo(false));
    var metric = new FcnScore("data", VOID, AbsentClasses.SKIPPED, 16, 60, 4);

    var names = metric.check(Patterns.around(Optional.of(PALETTE), folder, good));

    assertThat(names).extracting(MetricName::name).contains("fcn-score.real.class-iou");
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> metric.check(Patterns.around(Optional.empty(), folder, good)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no palette.csv");
  }

  private static Image map() {
    return image(16, (y, x) -> x < 8 ? 0xff0000 : 0x0000ff);
  }

  private static Image photo(boolean swapped) {
    return image(16, (y, x) -> x < 8 == swapped ? 0xe0d0c0 : 0x302020);
  }

  private static Image strip(int... colors) {
    return image(4, (y, x) -> colors[x]);
  }

  private static Image gray() {
    return image(4, (y, x) -> 0x808080);
  }

  private static Image image(int width, Color color) {
    int height = width == 16 ? 16 : 1;
    var values = new float[height * width * 3];
    for (int i = 0; i < values.length; i++) {
      int rgb = color.at(i / 3 / width, i / 3 % width);
      values[i] = (rgb >> (16 - 8 * (i % 3)) & 0xff) / 127.5f - 1;
    }
    return Image.owning(new ImageShape(height, width, 3), values);
  }

  private interface Color {
    int at(int y, int x);
  }
}
