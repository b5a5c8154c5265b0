package io.pix2pix.data.folders;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.Files;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.SplitFolders;
import io.pix2pix.data.file.StoredImages;
import java.util.Collections;

/**
 * The pictures of a folder.
 *
 * @param files where the folder lies
 * @param folder in which they are
 * @param pictures by name without the extension; at least one
 */
record ImagesByName(
    FileTree files, String folder, ImmutableSortedMap<String, FileTree.Entry> pictures) {

  /**
   * Lists a folder.
   *
   * @throws InvalidInputException if it has no pictures, or two of the same name
   */
  static ImagesByName of(FileTree files, String folder) {
    var pictures = ImmutableSortedMap.<String, FileTree.Entry>naturalOrder();
    for (var file : SplitFolders.images(files, folder)) {
      pictures.put(Files.getNameWithoutExtension(file.name()), file);
    }
    try {
      return new ImagesByName(files, folder, pictures.buildOrThrow());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          files.where(folder)
              + ": two images have one name and differ in the extension only ("
              + e.getMessage()
              + "); remove one",
          e);
    }
  }

  /**
   * @throws InvalidInputException if one of the pictures has no partner of its name here; where
   *     none has one, the message tells which patterns would make partners
   */
  void requireAllOf(ImagesByName other) {
    var known = pictures.keySet();
    for (var name : other.pictures.keySet()) {
      if (!known.contains(name)) {
        var alone = other.folder + "/" + other.pictures.get(name).name();
        throw new InvalidInputException(
            "%s: has no partner in %s; put a file %s.png (or .jpg) there, or remove it%s"
                .formatted(files.where(alone), files.where(folder), name, patterns(other)));
      }
    }
  }

  private String patterns(ImagesByName other) {
    if (!Collections.disjoint(pictures.keySet(), other.pictures.keySet())) {
      return "";
    }
    return DifferentNames.between(other.fileNames(), fileNames())
        .map(
            names ->
                "; partners whose names differ are found by patterns: \"%s\" and \"%s\""
                    .formatted(other.pattern(names.first()), pattern(names.second())))
        .orElse("");
  }

  private ImmutableList<String> fileNames() {
    return pictures.values().stream().map(FileTree.Entry::name).collect(toImmutableList());
  }

  /** The folder is one of a split. */
  private String pattern(String names) {
    return "{split}" + folder.substring(folder.indexOf('/')) + "/" + names;
  }

  /** The pictures in the order of their names without extensions. */
  StoredImages images() {
    return new StoredImages(files, folder, pictures.values().asList());
  }
}
