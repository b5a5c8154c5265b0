package io.pix2pix.data.layout;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of a tree that match a pattern.
 *
 * @param pattern that they match
 * @param byKey the files, by what partners have in common; their names are whole paths
 * @param folders that were looked into for files
 */
record MatchedFiles(
    PathPattern pattern, ImmutableSortedMap<String, Entry> byKey, ImmutableSet<String> folders) {

  private static final FoundInTree<Wanted, MatchedFiles> FOUND = new FoundInTree<>();

  /**
   * Looks for them, once.
   *
   * @throws InvalidInputException if two are told apart by nothing that the pattern names
   */
  static MatchedFiles of(FileTree files, PathPattern pattern) {
    return of(files, new Wanted(pattern, false));
  }

  /**
   * Looks for them where they have no partners: of two that differ in their extension only, the
   * second keeps it.
   */
  static MatchedFiles alone(FileTree files, PathPattern pattern) {
    return of(files, new Wanted(pattern, true));
  }

  private static MatchedFiles of(FileTree files, Wanted wanted) {
    return FOUND.get(files, wanted, its -> found(files, its));
  }

  /** What is looked for, and whether without partners. */
  private record Wanted(PathPattern pattern, boolean alone) {}

  private static MatchedFiles found(FileTree files, Wanted wanted) {
    var pattern = wanted.pattern();
    var steps = pattern.steps();
    var found = new TreeMap<String, Entry>();
    var folders = folders(files, steps).collect(ImmutableSet.toImmutableSet());
    for (var folder : folders) {
      images(files, folder)
          .forEach(
              file ->
                  steps
                      .key(file.name())
                      .map(key -> wanted.alone() && found.containsKey(key) ? file.name() : key)
                      .ifPresent(key -> refuseSecond(files, found.putIfAbsent(key, file), file)));
    }
    return new MatchedFiles(pattern, ImmutableSortedMap.copyOf(found), folders);
  }

  /** Whether there is such a file: looks no further than to the first. */
  static boolean exist(FileTree files, PathPattern pattern) {
    var steps = pattern.steps();
    return folders(files, steps)
        .flatMap(folder -> images(files, folder))
        .anyMatch(file -> steps.key(file.name()).isPresent());
  }

  private static void refuseSecond(FileTree files, @Nullable Entry first, Entry second) {
    if (first != null) {
      throw new InvalidInputException(
          "%s: takes the same place as %s; remove one, or give the pattern a part in braces that tells them apart"
              .formatted(files.where(second.name()), files.where(first.name())));
    }
  }

  private static Stream<String> folders(FileTree files, PathPattern.Steps steps) {
    var folders = Stream.of("");
    for (var step : steps.folders()) {
      folders =
          folders.flatMap(
              folder ->
                  subfolders(files, folder)
                      .filter(name -> step.matcher(name).matches())
                      .map(name -> path(folder, name)));
    }
    return steps.deep() ? folders.flatMap(folder -> all(files, folder)) : folders;
  }

  private static Stream<String> all(FileTree files, String folder) {
    return Stream.concat(
        Stream.of(folder),
        subfolders(files, folder).flatMap(name -> all(files, path(folder, name))));
  }

  private static Stream<String> subfolders(FileTree files, String folder) {
    return files.list(folder).stream()
        .flatMap(listing -> listing.folders().stream())
        .filter(name -> !name.startsWith("."));
  }

  private static Stream<Entry> images(FileTree files, String folder) {
    return files.list(folder).stream()
        .flatMap(listing -> listing.files().stream())
        .filter(file -> ImageFiles.isImage(file.name()))
        .map(file -> new Entry(path(folder, file.name()), file.size(), file.modified()));
  }

  static String path(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
