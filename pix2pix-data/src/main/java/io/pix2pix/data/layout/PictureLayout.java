package io.pix2pix.data.layout;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.data.file.SplitFolders;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.mask.MaskSource;
import java.util.Optional;

/**
 * Pictures that each hold, or give, a whole pair.
 *
 * @param pattern of their paths
 * @param split of data that has none of its own
 */
public record PictureLayout(PathPattern pattern, Split split) {
  /** The default of the setting {@code files}, as an experiment file has it. */
  public static final String USUAL = "\"{split}/{name}\"";

  /** What the setting {@code files} means. */
  public static final String FILES =
      "where pictures are, below the data folder; {split}/{path*} looks into folders of any depth";

  /** What the setting {@code split} means. */
  public static final String SPLIT = "train, val and test of data that has no such folders";

  private static final String IN_SPLIT = "{split}/{name}";

  /** A folder of pictures for each split. */
  public static final PictureLayout FOLDER_OF_SPLIT =
      new PictureLayout(new PathPattern(IN_SPLIT), Split.USUAL);

  /**
   * The pictures whose paths match the text of a pattern.
   *
   * @throws IllegalArgumentException if it is none, or names no part
   */
  public static PictureLayout of(String pattern, Split split) {
    var parsed = new PathPattern(pattern);
    if (!parsed.hasName()) {
      throw new IllegalArgumentException(
          "files must have a part in braces that pictures differ by, such as {split}/{name}, not \""
              + pattern
              + "\"");
    }
    return new PictureLayout(parsed, split);
  }

  /** Whether the split has a picture. */
  public boolean has(Optional<FileTree> files, String name) {
    return isFolder(files, name)
        ? SplitFolders.has(files, name)
        : files.filter(data -> matching(data).has(name)).isPresent();
  }

  /**
   * The pictures of a split, at least one.
   *
   * @param what is among the files, for the message
   * @throws io.pix2pix.api.error.InvalidInputException if there are none
   */
  public StoredImages images(Optional<FileTree> files, String name, String what) {
    var folders = SplitFolders.of(files, what);
    if (!isFolder(files, name)) {
      return matching(folders.files()).images(name).get(0);
    }
    split.noteSharedGroups(folders.files().where(""), folders::names);
    return folders.images(name);
  }

  /**
   * The pictures of a split and their masks.
   *
   * @param what is among the files, for the message
   * @param masks whose files, if they have any, are in a folder of each split, or match a pattern
   * @return pictures, and masks at the same index if they have files; at least one of each
   * @throws io.pix2pix.api.error.InvalidInputException if there are none, or one has no partner
   */
  public ImmutableList<StoredImages> images(
      Optional<FileTree> files, String name, String what, MaskSource masks) {
    return masks.hasFiles()
        ? withMasks(SplitFolders.of(files, what).files(), masks).images(name)
        : ImmutableList.of(images(files, name, what));
  }

  private PatternFiles withMasks(FileTree files, MaskSource masks) {
    return new PatternFiles(files, ImmutableList.of(pattern, pattern(masks)), split);
  }

  private PathPattern pattern(MaskSource masks) {
    var found = PathPattern.at(masks.text());
    if (!found.parts().equals(pattern.parts())) {
      throw new IllegalArgumentException(
          "files and mask must have the same named parts in braces, not %s and %s"
              .formatted(pattern.parts(), found.parts()));
    }
    return found;
  }

  /**
   * Checks where masks are, if they have files.
   *
   * @throws IllegalArgumentException if it is no location of masks for these pictures
   */
  public void check(MaskSource masks) {
    if (masks.hasFiles()) {
      var unused = pattern(masks);
    }
  }

  /**
   * Whether the pictures of a split are the contents of a folder, or would be if there were any.
   */
  private boolean isFolder(Optional<FileTree> files, String name) {
    return pattern.text().equals(IN_SPLIT)
        && (SplitFolders.has(files, name)
            || Split.NAMES.stream()
                .anyMatch(other -> files.flatMap(data -> data.list(other)).isPresent())
            || !SplitFolders.has(files, ""));
  }

  private PatternFiles matching(FileTree files) {
    return new PatternFiles(files, ImmutableList.of(pattern), split);
  }
}
