package io.pix2pix.data.file;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Files;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;

/** Pictures of the same names in a folder beside another one. */
final class ImagesBeside {
  private ImagesBeside() {}

  /**
   * The pictures in the folder of that name that go with the given ones, in their order.
   *
   * @param folder of the given pictures
   * @param entries of the given pictures
   * @throws InvalidInputException if one has no partner
   */
  static StoredImages of(
      FileTree files, String folder, ImmutableList<FileTree.Entry> entries, String name) {
    if (folder.isEmpty()) {
      throw new InvalidInputException(
          "data.pixels: more: wants pictures of a side in a folder of their own; leave it out");
    }
    var other = folder.substring(0, folder.lastIndexOf('/') + 1) + name;
    var partners =
        entries.stream()
            .map(entry -> partner(files, other, entry.name()))
            .collect(ImmutableList.toImmutableList());
    return new StoredImages(files, other, partners);
  }

  private static FileTree.Entry partner(FileTree files, String folder, String path) {
    var below = path.substring(0, path.lastIndexOf('/') + 1);
    var name = Files.getNameWithoutExtension(path);
    var place = below.isEmpty() ? folder : folder + "/" + below.substring(0, below.length() - 1);
    return files.list(place).stream()
        .flatMap(listing -> listing.files().stream())
        .filter(file -> ImageFiles.isImage(file.name()))
        .filter(file -> Files.getNameWithoutExtension(file.name()).equals(name))
        .findFirst()
        .map(file -> new FileTree.Entry(below + file.name(), file.size(), file.modified()))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: has no picture %s, which %s needs; put it there, or leave it out of more"
                        .formatted(files.where(place), name, path)));
  }
}
