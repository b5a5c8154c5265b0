package io.pix2pix.data.archive;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.data.FileTree.Listing;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies where in some archives; it grows while they are looked through. */
final class ArchiveIndex {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveIndex.class);

  /** Each entry needs some hundred bytes of memory. */
  static final int MOST_ENTRIES = 2_000_000;

  private static final int LONGEST_NAME = 4096;
  private static final int NAMED = 4;

  /** What macOS adds to archives. */
  private static final String RESOURCES = "__MACOSX/";

  private final Map<String, Folder> folders = new HashMap<>();
  private final List<String> archives = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private int entries;

  /** What is directly in a folder. */
  private record Folder(Map<String, Content> files, TreeSet<String> folders) {
    Folder() {
      this(new HashMap<>(), new TreeSet<>());
    }
  }

  ArchiveIndex() {
    folders.put("", new Folder());
  }

  /**
   * Counts an entry of whatever kind.
   *
   * @throws InvalidInputException if there are too many
   */
  void count(Path archive) {
    entries++;
    if (entries > MOST_ENTRIES) {
      throw tooMany(archive);
    }
  }

  static InvalidInputException tooMany(Path archive) {
    return new InvalidInputException(
        "%s: has more than %d entries; divide it into several archives, or unpack it"
            .formatted(archive, MOST_ENTRIES));
  }

  /**
   * Adds a file.
   *
   * @param mounted the folder that stands for the archive; may be empty
   * @param name in the archive
   * @throws InvalidInputException if the name leads out of the archive, or another file has it
   */
  void add(String mounted, String name, Content content) {
    var path = path(content.archive(), name);
    if (path.startsWith(RESOURCES)) {
      return;
    }
    var whole = mounted.isEmpty() ? path : mounted + "/" + path;
    int end = whole.lastIndexOf('/');
    var before =
        folder(end < 0 ? "" : whole.substring(0, end))
            .files()
            .putIfAbsent(whole.substring(end + 1), content);
    if (before != null) {
      throw new InvalidInputException(
          before.archive().equals(content.archive())
              ? "%s: has two files named %s; keep one of them".formatted(content.archive(), path)
              : "%s: has %s, as %s has; keep one of them"
                  .formatted(content.archive(), path, before.archive()));
    }
    if (ArchiveFormat.isArchive(path)) {
      archives.add(path);
    }
  }

  /** Passes over a link or device; what looks like a picture is no such thing. */
  void addLink(String name) {
    links.add(printable(name));
  }

  private static String path(Path archive, String name) {
    return isPlain(name) ? name : plain(archive, name);
  }

  /** As nearly all names are; patterns for the others take long. */
  private static boolean isPlain(String name) {
    return !name.startsWith("/")
        && !name.contains("./")
        && !name.contains("//")
        && !name.endsWith("..")
        && name.indexOf(':') < 0
        && name.length() <= LONGEST_NAME;
  }

  private static String plain(Path archive, String name) {
    var plain = name.replaceFirst("^(\\./)+", "").replace("/./", "/");
    boolean isAbsolute = plain.startsWith("/") || plain.matches("[A-Za-z]:.*");
    if (isAbsolute || ("/" + plain + "/").contains("/../") || plain.length() > LONGEST_NAME) {
      throw new InvalidInputException(
          "%s: has an entry %s, which leads out of it; make the archive anew"
              .formatted(archive, printable(plain)));
    }
    return plain.replaceAll("/+", "/");
  }

  /** A name that a terminal can show. */
  static String printable(String name) {
    var shown = name.replaceAll("\\p{Cntrl}", "?");
    return shown.length() > 80 ? shown.substring(0, 80) + "..." : shown;
  }

  private Folder folder(String path) {
    var known = folders.get(path);
    if (known != null) {
      return known;
    }
    int end = path.lastIndexOf('/');
    folder(end < 0 ? "" : path.substring(0, end)).folders().add(path.substring(end + 1));
    var made = new Folder();
    folders.put(path, made);
    return made;
  }

  /** Says what is found in the archives but not looked into. */
  void notePassedOver(Path named) {
    if (!archives.isEmpty()) {
      LOG.warn(
          "{}: has {} in it that {} not looked into, such as {}; unpack it to read them",
          named,
          archives.size() == 1 ? "an archive" : archives.size() + " archives",
          archives.size() == 1 ? "is" : "are",
          String.join(", ", archives.subList(0, Math.min(NAMED, archives.size()))));
    }
    if (!links.isEmpty()) {
      LOG.warn(
          "{}: passes over {}, such as {}; tar --dereference stores what links lead to",
          named,
          links.size() == 1 ? "a link or device" : links.size() + " links or devices",
          String.join(", ", links.subList(0, Math.min(NAMED, links.size()))));
    }
  }

  /** The folder that holds everything, where there is one, such as {@code facades}. */
  Optional<String> onlyFolder() {
    var top = folders.getOrDefault("", new Folder());
    return top.files().isEmpty() && top.folders().size() == 1
        ? Optional.of(top.folders().first())
        : Optional.empty();
  }

  Optional<Content> find(String path) {
    int end = path.lastIndexOf('/');
    return Optional.ofNullable(folders.get(end < 0 ? "" : path.substring(0, end)))
        .map(folder -> folder.files().get(path.substring(end + 1)));
  }

  /**
   * What a folder holds.
   *
   * @param modified when the archive of a file was written
   */
  Optional<Listing> list(String path, Map<Path, Long> modified) {
    return Optional.ofNullable(folders.get(path))
        .map(
            folder ->
                new Listing(
                    folder.files().entrySet().stream()
                        .map(
                            file ->
                                new Entry(
                                    file.getKey(),
                                    file.getValue().length(),
                                    modified.getOrDefault(file.getValue().archive(), 0L)))
                        .sorted(comparing(Entry::name))
                        .collect(ImmutableList.toImmutableList()),
                    ImmutableList.sortedCopyOf(naturalOrder(), folder.folders())));
  }
}
