package io.pix2pix.bench.report;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.measure.MetricValue;
import java.util.Optional;

/**
 * What one metric found of one run.
 *
 * @param figures of the metric, in its order
 * @param evidence that they follow from, if it was kept
 */
record MetricOfRun(ImmutableList<MetricValue> figures, Optional<StoredStatistics> evidence) {

  /** The name of the metric that gives a figure. */
  static String metric(String figure) {
    return figure.replaceAll("\\..*", "");
  }

  /** What a metric found of a run, if it was measured by it. */
  static Optional<MetricOfRun> of(StoredEvaluation evaluation, String metric) {
    var figures =
        evaluation.figures().stream()
            .filter(figure -> metric(figure.metric().name()).equals(metric))
            .collect(ImmutableList.toImmutableList());
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new MetricOfRun(figures, StoredStatistics.read(evaluation, metric, figures)));
  }
}
