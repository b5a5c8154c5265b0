package io.pix2pix.bench.study;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.pruning.Pruning;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.train.measure.MetricAccumulators;
import java.util.HashSet;
import java.util.List;

/** Finds out which values of the metric that prunes are good ones. */
final class RungDirection {
  private static final String SPLIT = "val";

  private RungDirection() {}

  /**
   * Finds out what {@link #of} would refuse.
   *
   * @throws InvalidInputException if a study prunes, and not all cells can be compared
   */
  static void check(StudyPlan plan, DataSource data, StudyFolder folder) {
    plan.pruning().ifPresent(pruning -> of(plan, pruning, data, folder));
  }

  /**
   * The value that decides, as every cell measures it on its data.
   *
   * @throws InvalidInputException if a cell does not, or it does not tell better from worse
   */
  static MetricName of(StudyPlan plan, Pruning pruning, DataSource data, StudyFolder folder) {
    var seen = new HashSet<List<Object>>();
    return plan.cells().stream()
        .filter(cell -> seen.add(whatMatters(cell.experiment())))
        .map(cell -> of(cell, pruning, data, folder))
        .reduce((first, other) -> first)
        .orElseThrow();
  }

  private static List<Object> whatMatters(Experiment experiment) {
    return List.of(experiment.data(), experiment.training().validation());
  }

  private static MetricName of(Cell cell, Pruning pruning, DataSource data, StudyFolder folder) {
    var opened = data.open(cell.experiment().data());
    var cache = folder.run(cell).cache();
    var context = new EvaluationContext(opened, opened.split(SPLIT), cache, ProgressListener.NONE);
    var names =
        MetricAccumulators.check(cell.experiment().training().validation().metrics(), context)
            .stream()
            .filter(name -> name.direction() != Direction.NEITHER)
            .toList();
    return names.stream()
        .filter(name -> name.name().equals(pruning.metric()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "pruning: \"%s\" is no value of validation by which cell %s can be compared; name one of: %s"
                        .formatted(
                            pruning.metric(),
                            cell.title(),
                            String.join(", ", names.stream().map(MetricName::name).toList()))));
  }
}
