package io.pix2pix.train.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final int IMAGES = 200;

  /**
   * The deviation of 0 to 199 is sqrt((200^2 - 1) / 12) = 57.73; 1.96 * 57.73 / sqrt(200) = 8.00.
   */
  @Test
  void theIntervalOfAMeanIsThatOfTheNormalDistribution() {
    var interval = new Bootstrap(4000, 1).intervals(IMAGES, mean(i -> i)).get(0);

    assertThat(interval.low()).isCloseTo(99.5 - 8, Offset.offset(0.5));
    assertThat(interval.high()).isCloseTo(99.5 + 8, Offset.offset(0.5));
    assertThat(interval.contains(99.5)).isTrue();
  }

  @Test
  void equalImagesLeaveNoDoubt() {
    assertThat(new Bootstrap(100, 1).intervals(IMAGES, mean(i -> 3)))
        .containsExactly(new Interval(3, 3));
  }

  @Test
  void theSameSeedDrawsTheSameImages() {
    assertThat(new Bootstrap(100, 1).intervals(IMAGES, mean(i -> i)))
        .isEqualTo(new Bootstrap(100, 1).intervals(IMAGES, mean(i -> i)))
        .isNotEqualTo(new Bootstrap(100, 2).intervals(IMAGES, mean(i -> i)));
  }

  /** Two runs that differ by 1 on every image, however much images differ among each other. */
  @Test
  void differencesOfTwoRunsOnTheSameImagesAreSurerThanEither() {
    var first = mean(i -> i);
    var second = mean(i -> i + 1);

    var difference =
        new Bootstrap(100, 1)
            .intervals(
                IMAGES, drawn -> new double[] {second.apply(drawn)[0] - first.apply(drawn)[0]});

    assertThat(difference.get(0).low()).isCloseTo(1, Offset.offset(1e-9));
    assertThat(difference.get(0).high()).isCloseTo(1, Offset.offset(1e-9));
  }

  /** The share of different images: 1 for the set itself, about 0.63 for every drawn one. */
  @Test
  void aFigureThatFallsWithEveryRepetitionStaysInTheMiddleOfItsInterval() {
    var interval =
        new Bootstrap(1000, 1)
            .intervals(
                IMAGES,
                drawn -> new double[] {(double) Arrays.stream(drawn).distinct().count() / IMAGES})
            .get(0);

    assertThat((interval.low() + interval.high()) / 2).isCloseTo(1, Offset.offset(0.01));
  }

  @Test
  void oneImageTellsNothingOfOthers() {
    assertThat(new Bootstrap(100, 1).intervals(1, mean(i -> i))).containsExactly(Interval.UNKNOWN);
  }

  /** numpy.quantile([1, 2, 4, 8, 16], [0.025, 0.975]) */
  @Test
  void quantilesLieBetweenNeighborsAsInNumPy() {
    double[] sorted = {1, 2, 4, 8, 16};

    assertThat(Bootstrap.quantile(sorted, 0.025)).isCloseTo(1.1, Offset.offset(1e-9));
    assertThat(Bootstrap.quantile(sorted, 0.975)).isCloseTo(15.2, Offset.offset(1e-9));
  }

  private static Function<int[], double[]> mean(Function<Integer, Integer> ofImage) {
    return drawn ->
        new double[] {IntStream.of(drawn).mapToDouble(ofImage::apply).average().orElseThrow()};
  }
}
