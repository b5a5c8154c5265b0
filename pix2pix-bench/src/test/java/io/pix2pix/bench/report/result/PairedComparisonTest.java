package io.pix2pix.bench.report.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.bench.report.result.StoredEvaluation.StoredMetric;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  private static final MetricName L1 = new MetricName("l1", "of 0 to 1", Direction.LOWER);

  /** Means 0.25 and 0.35, so 0.30 with a deviation of sqrt(2 * 0.05^2 / 1) = 0.0707. */
  @Test
  void givesMeanAndDeviationOverSeeds() {
    var entry = compare(ImmutableList.of(cell(run(0.2, 0.3), run(0.3, 0.4)))).get(0);

    assertThat(entry.mean()).isEqualTo(0.3, within(1e-6));
    assertThat(entry.deviation()).isEqualTo(0.0707, within(1e-4));
    assertThat(entry.seeds()).isEqualTo(2);
    assertThat(entry.interval().contains(0.3)).isTrue();
  }

  /** The images differ far more than the cells, but the second is 0.01 better on each of them. */
  @Test
  void calledBestIsWhatIsBetterOnEveryDrawOfTheSameImages() {
    var entries = compare(ImmutableList.of(cell(run(0.1, 0.5, 0.9)), cell(run(0.09, 0.49, 0.89))));

    assertThat(entries).extracting(Entry::best).containsExactly(false, true);
    assertThat(entries.get(1).interval().contains(0.5)).isTrue();
  }

  /** Better on average, but not on every image: a draw of the third alone says the opposite. */
  @Test
  void nothingIsBestWhereTheDifferenceDependsOnTheImages() {
    var entries = compare(ImmutableList.of(cell(run(0.1, 0.5, 0.9)), cell(run(0.05, 0.4, 0.95))));

    assertThat(entries).extracting(Entry::best).containsExactly(false, false);
  }

  @Test
  void nothingIsBestWhereOneCellKeptNoStatistics() {
    var blind = new StoredMetric(values(0.9), Optional.empty());

    var entries = compare(ImmutableList.of(cell(run(0.1, 0.2)), cell(blind)));

    assertThat(entries).extracting(Entry::best).containsExactly(false, false);
  }

  /** One seed may be lucky. */
  @Test
  void nothingIsBestWhereCellsHaveDifferentNumbersOfSeeds() {
    var entries =
        compare(ImmutableList.of(cell(run(0.1, 0.2)), cell(run(0.3, 0.4), run(0.5, 0.6))));

    assertThat(entries).extracting(Entry::best).containsExactly(false, false);
  }

  @Test
  void statisticsThatDoNotGiveTheStoredValueAreNotBelieved() {
    Optional<MetricFunction> mean = Optional.of(PerImageStatistics::mean);
    var statistics = Optional.of(statistics(0.1, 0.2));

    assertThat(StoredMetric.of(values(0.15), mean, statistics).evidence()).isPresent();
    assertThat(StoredMetric.of(values(0.25), mean, statistics).evidence()).isEmpty();
  }

  @Test
  void aFunctionThatFailsOnTheStatisticsOfAnotherVersionIsNotBelieved() {
    Optional<MetricFunction> second =
        Optional.of((all, counts) -> new double[] {all.sum(counts)[1]});

    assertThat(StoredMetric.of(values(0.15), second, Optional.of(statistics(0.1, 0.2))).evidence())
        .isEmpty();
  }

  /**
   * Twice as slow a metric is drawn as often as it says: one draw leaves an interval of a point.
   */
  @Test
  void imagesAreDrawnAsOftenAsTheMetricSays() {
    var once =
        new MetricFunction() {
          @Override
          public double[] compute(PerImageStatistics all, int[] counts) {
            return all.mean(counts);
          }

          @Override
          public int resamples() {
            return 1;
          }
        };
    var run =
        StoredMetric.of(values(0.5), Optional.of(once), Optional.of(statistics(0.1, 0.5, 0.9)));

    var interval = compare(ImmutableList.of(cell(run))).get(0).interval();

    assertThat(interval.low()).isEqualTo(interval.high());
  }

  private static ImmutableList<Entry> compare(ImmutableList<ImmutableList<StoredMetric>> cells) {
    return new PairedComparison(ImmutableList.of(L1), cells)
        .entries().stream().map(entries -> entries.get(0)).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<StoredMetric> cell(StoredMetric... runs) {
    return ImmutableList.copyOf(runs);
  }

  private static StoredMetric run(double... images) {
    var mean = Arrays.stream(images).average().orElseThrow();
    return StoredMetric.of(
        values(mean), Optional.of(PerImageStatistics::mean), Optional.of(statistics(images)));
  }

  private static PerImageStatistics statistics(double... images) {
    return PerImageStatistics.of(
        Arrays.stream(images)
            .mapToObj(ImmutableDoubleArray::of)
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<MetricValue> values(double value) {
    return ImmutableList.of(new MetricValue(L1, value, Interval.UNKNOWN));
  }
}
