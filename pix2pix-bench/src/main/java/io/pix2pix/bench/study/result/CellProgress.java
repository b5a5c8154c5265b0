package io.pix2pix.bench.study.result;

import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.train.Steps;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.ValidationLog;
import java.nio.file.Files;
import java.util.Optional;

/**
 * How far the run of a cell is.
 *
 * @param cell that is meant
 * @param run of it
 * @param provenance of the run
 */
public record CellProgress(Cell cell, RunFolder run, Provenance provenance) {

  /**
   * That of a cell; empty where it was not begun.
   *
   * @param stored reads it
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be read
   */
  public static Optional<CellProgress> of(StudyFolder folder, Cell cell, StoredExperiments stored) {
    var run = folder.run(cell);
    return Files.exists(run.provenance())
        ? Optional.of(new CellProgress(cell, run, stored.provenance(run)))
        : Optional.empty();
  }

  /** The step with which an epoch ends: 1 for the first of both. */
  public long stepAfter(int epochs) {
    var training = cell.experiment().training().withEpochs(epochs);
    return new Steps(provenance.data().pairs(), training).all();
  }

  /** Whether so many epochs were trained, and are kept. */
  public boolean isAfter(int epochs) {
    return provenance.progress().steps() >= stepAfter(epochs);
  }

  /**
   * What was measured on validation pairs after some epochs.
   *
   * @param value what it is called, for example {@code l1}
   * @throws io.pix2pix.api.error.InvalidInputException if the run does not have it, though it is
   *     {@link #isAfter} them
   */
  public double validated(String value, int epochs) {
    return ValidationLog.value(run.validation(), value, stepAfter(epochs));
  }
}
