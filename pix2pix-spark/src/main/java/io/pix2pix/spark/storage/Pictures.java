package io.pix2pix.spark.storage;

import io.pix2pix.spark.job.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which pictures there are, and what their results are called: the name of the picture with the
 * extension of the results, or both extensions where another picture has the same name up to its
 * extension.
 *
 * @param extensions of pictures, in lower case
 * @param extension of results
 */
public record Pictures(List<String> extensions, String extension) {
  private static final String LIST = ".txt";

  /** Copies the list. */
  public Pictures {
    extensions = List.copyOf(extensions);
  }

  /**
   * The pictures of a folder, or those that a list names, a line each.
   *
   * @throws Refusal if there are none, or two results would have one name
   */
  public List<Picture> in(StoredFolder input) throws IOException {
    var found = input.isFile() ? listed(input) : folder(input);
    if (found.isEmpty()) {
      throw new Refusal(
          "%s: has no pictures; files that end in one of %s count"
              .formatted(input, String.join(", ", extensions)));
    }
    return named(found);
  }

  /**
   * A picture whose result has no name yet.
   *
   * @param name from which that of the result follows
   */
  private record Found(String input, String name, String state) {}

  private List<Found> folder(StoredFolder folder) throws IOException {
    var found = new ArrayList<Found>();
    for (var entry : folder.list()) {
      if (isPicture(entry.name())) {
        found.add(
            new Found(
                folder.where(entry.name()), entry.name(), entry.size() + "-" + entry.modified()));
      }
    }
    return found;
  }

  private boolean isPicture(String name) {
    return !name.startsWith(".")
        && extensions.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Names in a list start from its folder; whole ones may lie anywhere. */
  private static List<Found> listed(StoredFolder list) throws IOException {
    if (!list.name().endsWith(LIST)) {
      throw new Refusal(
          list
              + ": is one file; give a folder of pictures, or a list of them that ends in "
              + LIST);
    }
    var found = new ArrayList<Found>();
    var folder = list.parent();
    for (var line : folder.read(list.name()).orElse("").lines().toList()) {
      var name = line.strip();
      if (isWhole(name)) {
        found.add(new Found(name, name.substring(name.lastIndexOf('/') + 1), ""));
      } else if (!name.isEmpty()) {
        found.add(new Found(folder.where(name), within(name, list), ""));
      }
    }
    return found;
  }

  private static boolean isWhole(String name) {
    return name.startsWith("/") || name.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  }

  private static String within(String name, StoredFolder list) {
    if (List.of(name.split("/")).contains("..")) {
      throw new Refusal(
          list + ": \"" + name + "\" lies outside of the folder of the list; write it as a whole");
    }
    return name;
  }

  private List<Picture> named(List<Found> found) {
    Map<String, Long> counts =
        found.stream()
            .collect(Collectors.groupingBy(one -> shortName(one.name()), Collectors.counting()));
    var pictures = new ArrayList<Picture>();
    var names = new HashSet<String>();
    for (var one : found) {
      var name = shortName(one.name());
      if (counts.getOrDefault(name, 0L) > 1) {
        name = one.name() + "." + extension;
      }
      if (!names.add(name)) {
        throw new Refusal(
            "%s: its result would be called %s, as that of another picture; rename one"
                .formatted(one.input(), name));
      }
      pictures.add(new Picture(one.input(), name, one.state()));
    }
    return pictures;
  }

  private String shortName(String name) {
    int dot = name.lastIndexOf('.');
    boolean hasExtension = dot > name.lastIndexOf('/') + 1;
    return (hasExtension ? name.substring(0, dot) : name) + "." + extension;
  }
}
