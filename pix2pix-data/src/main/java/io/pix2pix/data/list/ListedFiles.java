package io.pix2pix.data.list;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files that a list names. Paths are relative to the folder of the list, with {@code /} between
 * folders: a list with absolute ones, or with {@code ..}, would be true on one machine only, or
 * name files that are not of the data.
 */
final class ListedFiles {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]:|[a-z]+://");

  private final FileTree files;
  private final String folder;
  private final Map<String, ImmutableMap<String, Entry>> listed = new HashMap<>();

  /**
   * @param folder of the list; empty for the tree itself
   */
  ListedFiles(FileTree files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /**
   * A file; its name is the whole path.
   *
   * @return empty if there is none
   * @throws InvalidInputException if it must not be named so
   */
  Optional<Entry> find(ListFile list, long line, String path) {
    var whole = path(list, line, path);
    int end = whole.lastIndexOf('/');
    var found =
        listed
            .computeIfAbsent(end < 0 ? "" : whole.substring(0, end), this::entries)
            .get(whole.substring(end + 1));
    return Optional.ofNullable(found).map(file -> new Entry(whole, file.size(), file.modified()));
  }

  private ImmutableMap<String, Entry> entries(String name) {
    return files.list(name).map(FileTree.Listing::files).orElse(ImmutableList.of()).stream()
        .collect(ImmutableMap.toImmutableMap(Entry::name, file -> file));
  }

  private String path(ListFile list, long line, String path) {
    if (path.startsWith("/") || ADDRESS.matcher(path).lookingAt()) {
      throw list.problem(
          line,
          "\"%s\" is no path below the folder of the list; write such a path, for example photos/1.png"
              .formatted(path));
    } else if (path.contains("\\")) {
      throw list.problem(line, "\"%s\" has backslashes; write / between folders".formatted(path));
    } else if (("/" + path + "/").contains("/../")) {
      throw list.problem(
          line,
          "\"%s\" leads out of a folder with ..; write the path below the folder of the list"
              .formatted(path));
    }
    var plain =
        path.contains("./") || path.contains("//")
            ? path.replaceFirst("^(\\./)+", "").replaceAll("/(\\./|/)+", "/")
            : path;
    return folder.isEmpty() ? plain : folder + "/" + plain;
  }
}
