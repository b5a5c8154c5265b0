package io.pix2pix.bench.report.result;

import static io.pix2pix.bench.metric.label.AbsentClasses.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.evaluation.EvaluationFiles;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.metric.label.FcnScore;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.RunFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
  private static final MetricName IOU =
      new MetricName("fcn-score.class-iou", "of 0 to 1", Direction.HIGHER);
  private static final MetricName REAL =
      new MetricName("fcn-score.real.class-iou", "of 0 to 1", Direction.NEITHER);

  @Test
  void standsUnderTheColumnOfCells() {
    var table = TableValues.of(ImmutableList.of(cell(0.1, 0.3), cell(0.2, 0.3)));

    assertThat(table.columns()).containsExactly(IOU);
    assertThat(table.groundTruth().keySet()).containsExactly(IOU.name());
    assertThat(table.groundTruth().values()).extracting(Entry::mean).containsExactly(0.3);
    assertThat(table.remarks()).isEmpty();
  }

  /** Two segmenters see the same photos differently. */
  @Test
  void tellsWhereRunsWereMeasuredByDifferentMeans() {
    var table = TableValues.of(ImmutableList.of(cell(0.1, 0.3), cell(0.2, 0.4)));

    assertThat(table.columns()).containsExactly(IOU, REAL);
    assertThat(table.groundTruth()).isEmpty();
    assertThat(table.remarks())
        .singleElement()
        .asString()
        .startsWith("fcn-score: its values of real images are not the same of all runs");
  }

  private static ImmutableList<ReportedRun> cell(double generated, double real) {
    var values =
        ImmutableList.of(
            new MetricValue(IOU, generated, Interval.UNKNOWN),
            new MetricValue(REAL, real, Interval.UNKNOWN));
    var evaluation =
        new StoredEvaluation(
            new EvaluationKey(
                "test", 1, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 1),
            values,
            ImmutableList.of("image"),
            ImmutableMap.of(
                "fcn-score", new FcnScore("data", ImmutableList.of(), SKIPPED, 16, 1, 1)),
            new EvaluationFiles(Path.of("none")));
    return ImmutableList.of(
        new ReportedRun(
            new RunFolder(Path.of("none")),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.of(evaluation),
            Optional.empty()));
  }
}
