package io.pix2pix.data.check;

import io.pix2pix.api.data.FileTree;
import io.pix2pix.data.file.ImageFiles;
import java.util.Set;

/** What to say where there is nothing to train on. */
final class MissingSplit {
  private static final int NAMED = 12;

  private MissingSplit() {}

  /**
   * @param found the splits there are
   */
  static String words(FileTree files, Set<String> found) {
    var where = files.where("");
    var listing = files.list("");
    long pictures =
        listing.stream()
            .flatMap(all -> all.files().stream())
            .filter(file -> ImageFiles.isImage(file.name()))
            .count();
    if (pictures > 0) {
      return "%s: has no split train, but holds %d pictures itself; make splits of them: pix2pix data split %s OUT"
          .formatted(where, pictures, where);
    } else if (!found.isEmpty()) {
      return "%s: has no split train, only %s; name the folder of training pairs train"
          .formatted(where, String.join(", ", found));
    }
    var folders = listing.stream().flatMap(all -> all.folders().stream()).limit(NAMED).toList();
    return "%s: has no split train%s; put pairs into a folder train (pix2pix data combine joins two folders), or say how they lie with --experiment FILE"
        .formatted(
            where, folders.isEmpty() ? "" : "; its folders are " + String.join(", ", folders));
  }
}
