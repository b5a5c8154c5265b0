package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IllustrateIT {
  private static final int CELL = 128;

  @TempDir Path folder;

  /**
   * Cells of 128 pixels with 4 between them: start, result, result with a moving target, target.
   */
  @Test
  void pixelsThatFollowL1BecomeTheTargetUnlessItMoves() {
    var answer = illustrate("l1", "--size", "16", "--steps", "200");

    assertThat(answer.out()).contains("l1: from 0.");
    var picture = ImageFiles.read(folder.resolve("out/l1.png"));
    assertThat(picture.shape()).isEqualTo(new ImageShape(CELL, 4 * CELL + 3 * 4, 3));
    double blurred = difference(picture, 0);
    assertThat(difference(picture, 1)).isLessThan(blurred / 10);
    assertThat(difference(picture, 2)).isBetween(blurred / 4, blurred);
  }

  @Test
  void aListIsFollowedAsAWholeAndNamedAfterItsFirstLoss() {
    illustrate(
        "[feature-matching, {name: adversarial, weight: 0}]", "--size", "32", "--steps", "2");

    assertThat(folder.resolve("out/feature-matching.png")).exists();
  }

  @Test
  void twoOfAKindGetFilesOfTheirOwn() {
    illustrate("l1", "{name: l1, weight: 3}", "--size", "16", "--steps", "1");

    assertThat(folder.resolve("out/l1.png")).exists();
    assertThat(folder.resolve("out/l1-2.png")).exists();
  }

  @Test
  void takesPairsOfTheUsersOwn() {
    var shape = new ImageShape(20, 40, 3);
    var values = new float[shape.size()];
    Arrays.fill(values, 1);
    ImageFiles.write(folder.resolve("pair.png"), Image.owning(shape, values));

    illustrate(
        "l1", "--pair", folder.resolve("pair.png").toString(), "--size", "24", "--steps", "1");

    var picture = ImageFiles.read(folder.resolve("out/l1.png"));
    assertThat(picture.shape()).isEqualTo(new ImageShape(120, 4 * 120 + 3 * 4, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l3 | --steps=1 | unknown loss",
        "[] | --steps=1 | names no loss",
        "feature-matching | --steps=1 | none trains it",
        "{name: ssim, window: 65} | --steps=1 | does not fit into images of 64x64",
        "l1 | --steps=0 | --steps: must be at least 1, not 0",
        "l1 | --size=8 | --size: must be from 16 to 1024, not 8",
        "l1 | --size=17 | --size: size must be a power of two",
        "l1 | --pair=missing.png | there is no such file",
      })
  void tellsWhatIsWrongInOneLine(String loss, String option, String words) {
    new Pix2Pix(folder).run("illustrate", loss, option, "--out", out()).refuses(1, words);
  }

  private Pix2Pix.Answer illustrate(String... arguments) {
    var all = new ArrayList<>(List.of("illustrate", "--out", out()));
    all.addAll(List.of(arguments));
    var answer = new Pix2Pix(folder).run(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer;
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  /** The mean absolute difference of a cell from the last one. */
  private static double difference(Image picture, int cell) {
    double sum = 0;
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        for (int channel = 0; channel < 3; channel++) {
          float target = picture.at(y, 3 * (CELL + 4) + x, channel);
          sum += Math.abs(picture.at(y, cell * (CELL + 4) + x, channel) - target);
        }
      }
    }
    return sum / (CELL * CELL * 3);
  }
}
