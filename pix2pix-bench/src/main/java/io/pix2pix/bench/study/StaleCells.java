package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.RunProgress;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the runs of a study's folder that are not what the study says now. */
final class StaleCells {
  private static final Logger LOG = LoggerFactory.getLogger(StaleCells.class);

  private final Study.Request request;
  private final DataSource data;
  private final StoredExperiments stored;
  private final ExperimentComparison comparison;

  StaleCells(
      Study.Request request,
      DataSource data,
      StoredExperiments stored,
      ExperimentComparison comparison) {
    this.request = request;
    this.data = data;
    this.stored = stored;
    this.comparison = comparison;
  }

  /**
   * Cells whose run has another experiment or other data.
   *
   * @throws InvalidInputException if there are some, and they are not to be done anew
   */
  ImmutableList<Cell> cells() {
    var stale = ImmutableList.<Cell>builder();
    for (var cell : request.plan().cells()) {
      var why =
          Files.exists(request.folder().run(cell).path()) ? why(cell) : Optional.<String>empty();
      if (why.isPresent() && !request.again()) {
        throw new InvalidInputException(
            request.folder().run(cell).path()
                + ": "
                + why.get()
                + "; --again does such cells anew, another name of the study keeps both");
      }
      why.ifPresent(reason -> stale.add(cell));
    }
    return stale.build();
  }

  private Optional<String> why(Cell cell) {
    try {
      return why(cell, RunFolder.open(request.folder().run(cell).path()));
    } catch (InvalidInputException e) {
      return Optional.of("is half-written or damaged (" + e.getMessage() + ")");
    }
  }

  private Optional<String> why(Cell cell, RunFolder run) {
    var own = stored.read(run);
    var differences =
        comparison.differences(own, cell.experiment()).stream()
            .map(ExperimentDifference::words)
            .collect(Collectors.joining("; "));
    if (!differences.isEmpty()) {
      return Optional.of("has another experiment: " + differences);
    }
    boolean same = data.open(own.data()).matches("train", stored.provenance(run).data().checksum());
    return same ? lost(run) : Optional.of("was trained on other data");
  }

  /**
   * Values and pictures of a cell that was done do not need its checkpoint any more: without it,
   * the cell is done anew only where somebody wants that.
   */
  private Optional<String> lost(RunFolder run) {
    var progress = stored.provenance(run).progress();
    var why =
        progress.state() == RunProgress.State.FINISHED
            ? lastCheckpoint(run, progress.steps())
            : Optional.<String>empty();
    if (request.again()) {
      return why;
    }
    why.ifPresent(
        words ->
            LOG.warn(
                "{}: {}; its values and pictures stay as they are, --again does the cell anew",
                run.path(),
                words));
    return Optional.empty();
  }

  /** What is wrong with the checkpoint of the last step. */
  private Optional<String> lastCheckpoint(RunFolder run, long steps) {
    try {
      var checkpoint = TrainedRun.open(run, stored).checkpoint();
      try (var tensors = checkpoint.tensors()) {
        tensors.verify();
      }
      return checkpoint.step() == steps
          ? Optional.empty()
          : Optional.of("has no whole checkpoint of its last step, " + steps);
    } catch (InvalidInputException e) {
      return Optional.of("has no whole checkpoint of its last step (" + e.getMessage() + ")");
    }
  }
}
