package io.pix2pix.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which command comes after one. */
final class NextStep {
  private NextStep() {}

  /** What to do with a folder of pairs. */
  static String afterPairs(Path folder) {
    if (folder.endsWith("train")) {
      var data = folder.toAbsolutePath().getParent();
      return "pix2pix data check " + (data == null ? folder : shown(folder, data));
    }
    return Files.isDirectory(folder.resolve("train"))
        ? "pix2pix data check " + folder
        : "pix2pix data split %s %s-split".formatted(folder, folder);
  }

  private static Path shown(Path folder, Path data) {
    var parent = folder.getParent();
    return parent == null ? data : parent;
  }
}
