package io.pix2pix.cli.evaluation;

import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a split is called among the values of a run. That of other data than the run was trained on
 * carries the name of its folder and the beginning of its checksum: its values are never taken for
 * those of the run's own data, nor for those of a third set.
 *
 * @param run that is measured
 * @param named the data folder that the user named, if any
 */
record SplitName(TrainedRun run, Optional<Path> named) {
  private static final int DIGITS = 8;

  /**
   * The name of a split.
   *
   * @param split as the user calls it
   * @param data that it belongs to
   */
  String of(String split, OpenedDataset data) {
    return named
        .filter(folder -> !isOwn(folder, data))
        .map(folder -> "%s-of-%s-%s".formatted(split, word(folder), digits(data, split)))
        .orElse(split);
  }

  /** The data of the training may lie in another folder by now. */
  private boolean isOwn(Path folder, OpenedDataset data) {
    var trained = run.provenance().data();
    if (data.has("train")) {
      return data.matches("train", trained.checksum());
    }
    var there = folder.toAbsolutePath().normalize();
    return trained.folder().map(Path::of).filter(there::equals).isPresent();
  }

  private static String digits(OpenedDataset data, String split) {
    return data.checksum(split).value().substring(0, DIGITS);
  }

  private static String word(Path folder) {
    var name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString().replaceAll("[^A-Za-z0-9.-]+", "-");
  }
}
