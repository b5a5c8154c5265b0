package io.pix2pix.bench.metric.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.bench.metric.Patterns;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SlicedWassersteinTest {

  /** By SciPy: ndimage.convolve1d along both axes, mode mirror, on levels of 0 to 255. */
  @Test
  void pyramidsAreThoseOfSciPy() {
    var levels = Pyramid.of(level(), 2);

    assertThat(triple(levels.get(1), 0, 0)).containsExactly(new double[] {7.5, 8.25, 9}, near());
    assertThat(triple(levels.get(1), 5, 7))
        .containsExactly(new double[] {167.53125, 181.53125, 195.53125}, near());
    assertThat(triple(levels.get(0), 0, 0))
        .containsExactly(new double[] {-10.70068359, -11.76318359, -12.82568359}, near());
    assertThat(triple(levels.get(0), 47, 39))
        .containsExactly(new double[] {49.03125, 50.15625, 51.28125}, near());
  }

  @Test
  void equalSetsAreNotApart() {
    var equal = Patterns.evaluated(Patterns.mixed(0), Patterns.mixed(0));

    assertThat(Patterns.values(new SlicedWasserstein(16, 1), equal)).containsOnly(0);
  }

  @Test
  void setsThatAreLessAlikeAreFartherApart() {
    var near = Patterns.evaluated(Patterns.mixed(0.25), Patterns.mixed(0));
    var far = Patterns.evaluated(Patterns.mixed(1), Patterns.mixed(0));
    var metric = new SlicedWasserstein(64, 1);

    var values = Patterns.values(metric, far);

    assertThat(values).hasSize(3);
    assertThat(values[0]).isCloseTo((values[1] + values[2]) / 2, near());
    assertThat(values[0]).isGreaterThan(2 * Patterns.values(metric, near)[0]);
  }

  /**
   * All patches of one set are 0, those of the other 1 or -1: projections of the second are plus
   * and minus the sum of the direction's elements. Normalization has been left out. The mean of
   * |sum| of a random unit vector of 147 elements is close to that of a normal deviate: sqrt(2 /
   * pi).
   */
  @Test
  void theDistanceIsTheMeanOverDirectionsOfSortedProjections() {
    var zero = new float[2][Descriptors.LENGTH];
    var signs = new float[2][Descriptors.LENGTH];
    Arrays.fill(signs[0], 1);
    Arrays.fill(signs[1], -1);

    assertThat(new Descriptors(zero).distance(new Descriptors(signs), 4000, 1))
        .isCloseTo(Math.sqrt(2 / Math.PI), Offset.offset(0.03));
  }

  /**
   * By SciPy 1.17: the mean of stats.wasserstein_distance along 20000 directions of NumPy's
   * default_rng(1), on patches whose row i and column j are {@code ((7i + 3j + ij(k+2) + 5k) % 11)
   * / 11} for set k, each channel brought to mean 0 and deviation 1. Its standard error is 0.0014.
   */
  @Test
  void theDistanceIsThatOfSciPyAlongOtherDirections() {
    double distance = patches(0).normalized().distance(patches(1).normalized(), 4000, 1);

    assertThat(distance).isCloseTo(0.45155, Offset.offset(0.012));
  }

  private static Descriptors patches(int k) {
    var rows = new float[12][Descriptors.LENGTH];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = (7 * i + 3 * j + i * j * (k + 2) + 5 * k) % 11 / 11f;
      }
    }
    return new Descriptors(rows);
  }

  @Test
  void refusesImagesBelowTheSmallestLevel() {
    var small = Image.of(new ImageShape(8, 16, 3), new float[8 * 16 * 3]);
    var around = Patterns.around(Patterns.evaluated(small, small));

    assertThatThrownBy(() -> new SlicedWasserstein(1, 1).open(around))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("16x8x3: sliced-wasserstein wants images of 16x16 at least");
  }

  private static Pyramid.Level level() {
    var stored = Patterns.mixed(0).toArray();
    var values = new double[stored.length];
    Arrays.setAll(values, i -> (stored[i] + 1) * 127.5);
    return new Pyramid.Level(Patterns.HEIGHT, Patterns.WIDTH, values);
  }

  private static double[] triple(Pyramid.Level level, int y, int x) {
    return new double[] {level.at(y, x, 0), level.at(y, x, 1), level.at(y, x, 2)};
  }

  private static Offset<Double> near() {
    return Offset.offset(1e-4);
  }
}
