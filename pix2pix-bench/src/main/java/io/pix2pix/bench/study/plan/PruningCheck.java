package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.training.Training;
import io.pix2pix.api.training.Validation;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.pruning.Pruning;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.PluginReader;
import java.util.Optional;

/**
 * Finds out, before there is any data, whether cells can be compared as a study's pruning wants.
 *
 * @param where the study says it, for messages
 * @param pruning that is meant
 * @param plugins tells the names of metrics
 * @param writer writes metrics
 */
record PruningCheck(Keys where, Pruning pruning, PluginReader plugins, ExperimentWriter writer) {
  private static final String KEY = "pruning";

  /**
   * @throws InvalidInputException if one cannot
   */
  void all(ImmutableList<Cell> cells) {
    var first = cells.get(0);
    int epochs = first.experiment().training().epochs();
    var rungs = pruning.rungs(epochs);
    if (rungs.isEmpty()) {
      throw problem(
          "compares no cells before the end of the training, which has %d %s; begin with fewer"
              .formatted(epochs, epochs == 1 ? "epoch" : "epochs"));
    }
    for (var cell : cells) {
      var training = cell.experiment().training();
      if (training.epochs() != epochs) {
        throw problem(
            "cell %s trains %d epochs, and cell %s %d; give all the same, or leave pruning out"
                .formatted(first.title(), epochs, cell.title(), training.epochs()));
      }
      requireValidation(cell, training, rungs);
    }
  }

  private void requireValidation(Cell cell, Training training, ImmutableList<Integer> rungs) {
    var validation = training.validation();
    if (validation.every() == 0) {
      throw problem(
          "wants %s of validation, and cell %s measures nothing while it trains; set training.validation, for example {every: %d, metrics: [%s]}"
              .formatted(pruning.metric(), cell.title(), rungs.get(0), metric()));
    }
    var names = names(validation);
    if (!names.contains(metric())) {
      throw problem(
          "wants %s of validation, and cell %s measures %s; name one of these as metric, or add it to training.validation.metrics"
              .formatted(pruning.metric(), cell.title(), String.join(", ", names)));
    }
    rungs.stream()
        .filter(rung -> rung % validation.every() != 0)
        .findFirst()
        .ifPresent(
            rung -> {
              throw problem(
                  "compares cells after epoch %d, and cell %s measures every %d epochs; let training.validation.every divide it"
                      .formatted(rung, cell.title(), validation.every()));
            });
  }

  private String metric() {
    return MetricName.metric(pruning.metric());
  }

  private ImmutableList<String> names(Validation validation) {
    return validation.metrics().stream()
        .map(metric -> plugins.name(writer.line(Metric.class, metric)))
        .flatMap(Optional::stream)
        .collect(toImmutableList());
  }

  private InvalidInputException problem(String words) {
    return where.problem(KEY, words);
  }
}
