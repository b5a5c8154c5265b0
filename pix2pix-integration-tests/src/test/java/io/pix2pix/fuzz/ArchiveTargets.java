package io.pix2pix.fuzz;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import java.io.IOException;
import java.nio.file.Path;

/** Archives of data, which are read in place. */
final class ArchiveTargets {
  private ArchiveTargets() {}

  static ImmutableList<FuzzTarget> all() {
    return ImmutableList.of(
        new FuzzTarget("zip", "data.zip", ArchiveTargets::read),
        new FuzzTarget("tar", "data.tar", ArchiveTargets::read),
        new FuzzTarget("tgz", "data.tar.gz", ArchiveTargets::read));
  }

  private static void read(Path archive) throws IOException {
    var files = FileTree.of(archive);
    files.check();
    read(files, "");
  }

  private static void read(FileTree files, String folder) throws IOException {
    var listing = files.list(folder).orElseThrow(() -> new AssertionError("not listed: " + folder));
    for (var file : listing.files()) {
      try (var in = files.open(path(folder, file.name())).openStream()) {
        in.readNBytes(1 << 16);
      } catch (IOException e) {
        // Whoever reads the file tells the user that it is damaged.
      }
    }
    for (var inner : listing.folders()) {
      read(files, path(folder, inner));
    }
  }

  private static String path(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
