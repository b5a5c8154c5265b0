package io.pix2pix.bench.study.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The runs that somebody names: one by one, or by a folder that holds several. */
public final class NamedRuns {
  private NamedRuns() {}

  /**
   * The folders of the runs that were meant, each once.
   *
   * @param given folders of runs, or folders that hold runs: a study, of which the finished cells
   *     are taken
   * @throws InvalidInputException if a folder is neither
   */
  public static ImmutableList<Path> folders(List<Path> given) {
    return given.stream().flatMap(NamedRuns::runs).distinct().collect(toImmutableList());
  }

  private static Stream<Path> runs(Path given) {
    if (!Files.isDirectory(given)) {
      throw new InvalidInputException(
          given + ": is not a folder; give the folder of a run or of a study");
    }
    if (isRun(given)) {
      return Stream.of(given);
    }
    var runs = StudyState.read(new StudyFolder(given)).map(study -> done(given, study));
    var found = runs.orElseGet(() -> within(given));
    if (found.isEmpty()) {
      throw new InvalidInputException(
          given
              + (runs.isPresent()
                  ? ": no cell of the study is done yet; run the study first"
                  : ": is no run and holds none; give the folder of a run or of a study"));
    }
    return found.stream();
  }

  /** Cells that are half trained, or failed, would be taken for what they were not meant to be. */
  private static ImmutableList<Path> done(Path study, StudyState state) {
    return state.cells().stream()
        .filter(cell -> cell.state() == CellState.State.DONE)
        .map(cell -> study.resolve(cell.run()))
        .filter(NamedRuns::isRun)
        .sorted()
        .collect(toImmutableList());
  }

  private static boolean isRun(Path folder) {
    return Files.exists(folder.resolve("experiment.yaml"));
  }

  private static ImmutableList<Path> within(Path folder) {
    try (var inside = Files.list(folder)) {
      return inside.filter(NamedRuns::isRun).sorted().collect(toImmutableList());
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be read (" + e + "); give access", e);
    }
  }
}
