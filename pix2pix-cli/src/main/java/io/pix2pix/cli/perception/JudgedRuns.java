package io.pix2pix.cli.perception;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.result.NamedRuns;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that participants judge: named one by one, or by a folder that holds several. */
public final class JudgedRuns {
  private JudgedRuns() {}

  /**
   * The folders of runs that were meant.
   *
   * @param given folders of runs, or folders that hold runs: a study
   * @throws InvalidInputException if there is none, or a folder is neither
   */
  public static ImmutableList<Path> folders(List<Path> given) {
    if (given.isEmpty()) {
      throw new InvalidInputException(
          "perceive: no runs were given; name some, such as runs/facades, or the folder of a"
              + " study");
    }
    return NamedRuns.folders(given);
  }

  /**
   * Where answers are kept if nobody says: in the study of a run, or beside it.
   *
   * @param run absolute
   */
  public static Path home(Path run) {
    var cells = run.resolveSibling(".").normalize();
    boolean ofStudy = cells.endsWith("cells") && Files.exists(cells.resolveSibling("study.json"));
    return (ofStudy ? cells : run).resolveSibling("perception");
  }

  /**
   * The data whose pairs all runs are judged on.
   *
   * @param runs at least one
   * @param folder where it lies, if it is not where the runs were trained
   * @throws InvalidInputException if two runs translate different pairs
   */
  static OpenedDataset data(ImmutableList<TrainedRun> runs, Optional<Path> folder, String split) {
    var first = runs.get(0);
    var sources = new HashMap<Optional<Path>, DataSource>();
    var data = open(first, folder, sources);
    for (var run : runs) {
      if (!run.experiment().data().equals(first.experiment().data())
          || !open(run, folder, sources).checksum(split).equals(data.checksum(split))) {
        throw new InvalidInputException(
            "%s: translates other pairs than %s; give runs of one data set"
                .formatted(run.folder().path(), first.folder().path()));
      }
    }
    return data;
  }

  private static OpenedDataset open(
      TrainedRun run, Optional<Path> named, Map<Optional<Path>, DataSource> sources) {
    var folder = named.or(() -> run.provenance().data().folder().map(Path::of));
    return sources.computeIfAbsent(folder, DataSource::of).open(run.data());
  }
}
