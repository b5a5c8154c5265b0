package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Maps;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.StudyState;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds cells that were done and of which somebody removed or changed files while the study went
 * on. To be asked when nothing more is written: {@code study.json} does not say it, as the next run
 * of the study looks at all files anyway.
 *
 * @param plan of the study
 * @param files of its cells
 */
record LostCells(StudyPlan plan, CellFiles files) {

  /** The same study, in which such cells have failed; the reason says what to do. */
  StudyState noted(StudyState state, Instant now) {
    var byRun = Maps.uniqueIndex(plan.cells(), StudyStates::run);
    var cells =
        state.cells().stream()
            .map(cell -> noted(cell, Objects.requireNonNull(byRun.get(cell.run()))))
            .collect(toImmutableList());
    return cells.equals(state.cells()) ? state : state.with(cells, now);
  }

  private CellState noted(CellState state, Cell cell) {
    return state.state() == State.DONE
        ? loss(cell)
            .map(reason -> state.at(State.FAILED, Optional.of(reason), state.seconds()))
            .orElse(state)
        : state;
  }

  private Optional<String> loss(Cell cell) {
    var folder = files.folder().run(cell).path();
    if (Files.notExists(folder)) {
      return Optional.of(
          folder
              + ": was removed or renamed while the study went on; put it back, or run the study"
              + " again, which does the cell anew");
    }
    try {
      return files.areWhole(cell) ? Optional.empty() : Optional.of(changed(folder.toString(), ""));
    } catch (InvalidInputException e) {
      return Optional.of(changed(folder.toString(), " (" + e.getMessage() + ")"));
    }
  }

  private static String changed(String folder, String how) {
    return "%s: files of it were removed or changed while the study went on%s; run the study again, which does what is missing"
        .formatted(folder, how);
  }
}
