package io.pix2pix.bench.report.source;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Any folder of run folders as the source of a report. */
public record FolderSource(ReportRuns runs, ExperimentComparison comparison) {
  private static final ImmutableList<String> OWN = ImmutableList.of("name", "seed");

  /**
   * Reads all runs in a folder. Runs that differ in nothing but name and seed make one cell.
   *
   * @throws InvalidInputException if there is none
   */
  public ReportSource read(Path folder) {
    var found = found(folder);
    if (found.isEmpty()) {
      throw new InvalidInputException(
          folder
              + ": holds no runs; give the folder of a study, or a folder of runs, such as runs");
    }
    var base = found.stream().flatMap(run -> run.experiment().stream()).findFirst();
    return new ReportSource(
        name(folder),
        "",
        base.isPresent() ? "the run " + base.get().name() : "",
        cells(found, base),
        ImmutableList.of(),
        folder,
        "",
        ImmutableMap.of());
  }

  private ImmutableList<ReportedRun> found(Path folder) {
    try (var folders = Files.list(folder)) {
      return folders
          .filter(path -> Files.isDirectory(path) && !name(path).startsWith("."))
          .map(RunFolder::new)
          .filter(run -> Files.exists(run.experiment()) || Files.exists(run.provenance()))
          .sorted(Comparator.comparing(RunFolder::name))
          .map(run -> runs.read(run, seed(run), Optional.empty(), List.of(), Optional.empty()))
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be read; give the folder of a study, or a folder of runs", e);
    }
  }

  private long seed(RunFolder run) {
    try {
      return Files.exists(run.provenance())
          ? runs.stored().provenance(run).seed()
          : runs.stored().read(run).seed();
    } catch (InvalidInputException e) {
      return 0; // the run is marked as damaged
    }
  }

  private ImmutableList<ReportedCell> cells(List<ReportedRun> found, Optional<Experiment> base) {
    var groups = new ArrayList<List<ReportedRun>>();
    for (var run : found) {
      var same = groups.stream().filter(group -> same(group.get(0), run)).findFirst();
      same.ifPresentOrElse(
          group -> group.add(run), () -> groups.add(new ArrayList<>(List.of(run))));
    }
    return groups.stream()
        .map(
            group ->
                new ReportedCell(
                    group.get(0).folder().name(),
                    changes(base, group.get(0)),
                    ImmutableList.copyOf(group),
                    ImmutableMap.of()))
        .collect(toImmutableList());
  }

  private boolean same(ReportedRun one, ReportedRun other) {
    return one.experiment().isPresent()
        && other.experiment().isPresent()
        && one.seed() != other.seed()
        && differences(one.experiment().get(), other.experiment().get()).isEmpty();
  }

  private ImmutableList<ExperimentDifference> changes(Optional<Experiment> base, ReportedRun run) {
    return base.isPresent() && run.experiment().isPresent()
        ? differences(base.get(), run.experiment().get())
        : ImmutableList.of();
  }

  private ImmutableList<ExperimentDifference> differences(Experiment one, Experiment other) {
    return comparison.differences(one, other).stream()
        .filter(difference -> !OWN.contains(difference.key()))
        .collect(toImmutableList());
  }

  private static String name(Path path) {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }
}
