package io.pix2pix.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.evaluation.EvaluationResult;
import io.pix2pix.bench.evaluation.ImagesFile;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.measure.Interval;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final MetricName L1 = new MetricName("l1", "of 0 to 1", Direction.LOWER);

  @TempDir private Path folder;
  private int runs;

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
  void nothingIsBestWhereOneCellKeptNoEvidence() {
    var blind = new MetricOfRun(figures(0.9), Optional.empty());

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
  void evidenceThatDoesNotGiveTheNotedFigureIsNotBelieved() {
    var evaluation = evaluation(0.1, 0.2);

    assertThat(StoredStatistics.read(evaluation, "l1", figures(0.15))).isPresent();
    assertThat(StoredStatistics.read(evaluation, "l1", figures(0.25))).isEmpty();
  }

  private static ImmutableList<Entry> compare(ImmutableList<ImmutableList<MetricOfRun>> cells) {
    return new Comparison(ImmutableList.of(L1), cells)
        .entries().stream().map(entries -> entries.get(0)).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<MetricOfRun> cell(MetricOfRun... runs) {
    return ImmutableList.copyOf(runs);
  }

  private MetricOfRun run(double... images) {
    return MetricOfRun.of(evaluation(images), "l1").orElseThrow();
  }

  private StoredEvaluation evaluation(double... images) {
    var evidence =
        Arrays.stream(images)
            .mapToObj(ImmutableDoubleArray::of)
            .collect(ImmutableList.toImmutableList());
    var subject = new EvaluationKey("test", ++runs, "trained", "batch", "on", images.length);
    var figures = figures(Arrays.stream(images).average().orElseThrow());
    var table =
        new ImagesFile(folder)
            .write(
                subject,
                new EvaluationResult(
                    figures,
                    ImmutableList.of(),
                    ImmutableList.of(),
                    ImmutableList.of(new EvaluationResult.Evidence("l1", evidence))));
    var names = evidence.stream().map(one -> "image").collect(ImmutableList.toImmutableList());
    var file = table.resolveSibling(subject.file() + ".safetensors");
    return new StoredEvaluation(subject, figures, names, file);
  }

  private static ImmutableList<MetricValue> figures(double value) {
    return ImmutableList.of(new MetricValue(L1, value, Interval.UNKNOWN));
  }
}
