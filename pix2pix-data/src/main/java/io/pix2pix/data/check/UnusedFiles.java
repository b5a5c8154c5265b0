package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Files below a split that belong to no pair.
 *
 * @param count how many there are
 * @param names the first of them
 */
public record UnusedFiles(int count, ImmutableList<String> names) {
  private static final int NAMED = 12;

  /** Deeper folders than any layout has. */
  private static final int DEEPEST = 6;

  /** None. */
  static final UnusedFiles NONE = new UnusedFiles(0, ImmutableList.of());

  /**
   * Looks for them.
   *
   * @param folder of the split
   * @param used what messages call the files of pairs
   */
  static UnusedFiles in(FileTree files, String folder, Set<String> used) {
    var found = new ArrayList<String>();
    collect(files, folder, "", used, found, 0);
    return new UnusedFiles(
        found.size(), found.stream().limit(NAMED).collect(ImmutableList.toImmutableList()));
  }

  private static void collect(
      FileTree files,
      String folder,
      String under,
      Set<String> used,
      List<String> found,
      int depth) {
    var listing = files.lookInto(folder);
    if (listing.isEmpty() && depth > 0) {
      found.add(printable(under));
    }
    if (listing.isEmpty() || depth > DEEPEST) {
      return;
    }
    for (var file : listing.get().files()) {
      if (!used.contains(files.where(folder + "/" + file.name()))) {
        found.add(printable(under + file.name()));
      }
    }
    for (var name : listing.get().folders()) {
      collect(files, folder + "/" + name, under + name + "/", used, found, depth + 1);
    }
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  /** For example {@code 2 files that belong to no pair: Thumbs.db, sub/x.png}. */
  public String words() {
    return "%d %s: %s%s"
        .formatted(
            count,
            count == 1 ? "file that belongs to no pair" : "files that belong to no pair",
            String.join(", ", names),
            count > names.size() ? " and %d more".formatted(count - names.size()) : "");
  }
}
