package io.pix2pix.data.file;

import io.pix2pix.api.data.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a folder of images holds beside them, in words. */
public final class PassedOver {
  /** A file that preparations keep in folders that they fill: no user put it there. */
  public static final String RECORD = ".pix2pix-data";

  private static final int NAMED = 12;

  private PassedOver() {}

  /** For example {@code 2 that are no images it reads: Thumbs.db, masks/}; empty if all are. */
  public static Optional<String> in(FileTree files, String folder) {
    var names = new ArrayList<String>();
    files
        .list(folder)
        .ifPresent(
            listing -> {
              listing.folders().forEach(name -> names.add(name + "/"));
              listing.files().stream()
                  .map(FileTree.Entry::name)
                  .filter(name -> !ImageFiles.isImage(name) && !name.equals(RECORD))
                  .forEach(names::add);
            });
    return words(names);
  }

  /** The same of names that somebody has found, of which folders end in a slash. */
  public static Optional<String> words(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(inWords(names));
  }

  private static String inWords(List<String> names) {
    var named = names.stream().limit(NAMED).map(PassedOver::printable).toList();
    var more = names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "";
    return "%d %s that %s not read: %s%s"
        .formatted(
            names.size(),
            names.size() == 1 ? "file or folder" : "files and folders",
            names.size() == 1 ? "is" : "are",
            String.join(", ", named),
            more);
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
