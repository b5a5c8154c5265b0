package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.hash.Hashing;
import io.pix2pix.train.run.StoredChecksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command left.
 *
 * @param contents a checksum of each file, by its path from the folder of the case; of files with
 *     checksums, whether they fit
 * @param leftovers files that were begun and not finished
 */
record Snapshot(ImmutableSortedMap<String, String> contents, ImmutableList<String> leftovers) {
  private static final String CHECKSUMS = ".checksums";

  /** Looks at the folder of a case. */
  static Snapshot of(Workplace workplace, Command command) {
    var contents = ImmutableSortedMap.<String, String>naturalOrder();
    for (var result : command.results()) {
      workplace.files(result).stream()
          .filter(file -> !isLeftover(file) && !isKeptAside(file))
          .forEach(file -> contents.put(file, content(workplace.home().resolve(file))));
    }
    var leftovers =
        workplace.files("").stream()
            .filter(Snapshot::isLeftover)
            .collect(ImmutableList.toImmutableList());
    return new Snapshot(contents.build(), leftovers);
  }

  /** By a command, or by {@link Damage#RENAME}. */
  private static boolean isKeptAside(String file) {
    return file.contains(".damaged-") || file.endsWith(".bak");
  }

  private static boolean isLeftover(String file) {
    return file.contains(".part");
  }

  /** The same, where some leftovers were there before. */
  Snapshot without(ImmutableList<String> before) {
    return new Snapshot(
        contents,
        leftovers.stream()
            .filter(file -> !before.contains(file))
            .collect(ImmutableList.toImmutableList()));
  }

  /** What is not as in another, in words. */
  ImmutableList<String> differences(Snapshot other) {
    var difference = Maps.difference(contents, other.contents);
    var words = ImmutableList.<String>builder();
    difference.entriesDiffering().keySet().forEach(file -> words.add("other " + file));
    difference.entriesOnlyOnLeft().keySet().stream()
        .filter(file -> !file.contains("/" + CHECKSUMS + "/")) // what has none is not checked
        .forEach(file -> words.add("no " + file));
    difference.entriesOnlyOnRight().keySet().forEach(file -> words.add("new " + file));
    return words.build();
  }

  private static String content(Path file) {
    var folder = file.resolveSibling("");
    return folder.endsWith(CHECKSUMS)
        ? fit(folder.resolveSibling(file.getFileName()))
        : checksum(file);
  }

  /** Of a file in {@code .checksums} counts whether it fits: what else stands in it is not read. */
  private static String fit(Path file) {
    return new StoredChecksum(file).isChanged() ? "does not fit" : "fits";
  }

  private static String checksum(Path file) {
    try {
      return Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
