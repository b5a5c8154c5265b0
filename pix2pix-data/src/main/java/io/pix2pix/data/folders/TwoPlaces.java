package io.pix2pix.data.folders;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PathPattern;
import io.pix2pix.data.layout.PatternFiles;
import io.pix2pix.data.layout.Split;

/**
 * Where conditions and targets are.
 *
 * @param condition a folder of each split, or a pattern
 * @param target the same of the targets
 * @param patterns of both
 */
record TwoPlaces(String condition, String target, ImmutableList<PathPattern> patterns) {
  private static final String IN_SPLIT = "{split}/%s/{name}";

  /**
   * Two places that settings name.
   *
   * @throws IllegalArgumentException if they cannot be such places, or are the same
   */
  static TwoPlaces of(String condition, String target) {
    checkArgument(
        !condition.equals(target),
        "condition and target must be two folders, not both \"%s\"",
        condition);
    var patterns = ImmutableList.of(pattern(condition), pattern(target));
    var parts = patterns.get(0).parts();
    checkArgument(
        parts.equals(patterns.get(1).parts()) && !parts.isEmpty(),
        "condition and target must have the same named parts in braces, not %s and %s; {} stands"
            + " for characters that do not matter",
        parts,
        patterns.get(1).parts());
    return new TwoPlaces(condition, target, patterns);
  }

  private static PathPattern pattern(String place) {
    if (isFolder(place)) {
      return new PathPattern(IN_SPLIT.formatted(place));
    }
    var pattern = new PathPattern(place);
    return pattern.hasName() ? pattern : new PathPattern(place + "/{name}");
  }

  private static boolean isFolder(String place) {
    return !place.contains("/") && !place.contains("{");
  }

  /** Whether there is a pair of that split. */
  boolean has(FileTree data, String name, Split split) {
    return areFoldersOfSplits(data)
        ? data.list(name + "/" + condition).isPresent()
            && data.list(name + "/" + target).isPresent()
        : matching(data, split).has(name);
  }

  /**
   * Conditions and targets of a split; partners have the same index.
   *
   * @throws InvalidInputException if there are none, or one has no partner
   */
  ImmutableList<StoredImages> images(FileTree data, String name, Split split) {
    if (!areFoldersOfSplits(data)) {
      return matching(data, split).images(name);
    }
    var conditions = side(data, name, condition);
    var targets = side(data, name, target);
    targets.requireAllOf(conditions);
    conditions.requireAllOf(targets);
    // Both have the same names now, and so the same order.
    return ImmutableList.of(conditions.images(), targets.images());
  }

  private PatternFiles matching(FileTree data, Split split) {
    return new PatternFiles(data, patterns, split);
  }

  /** Data without splits may have the two folders themselves. */
  private boolean areFoldersOfSplits(FileTree data) {
    return isFolder(condition)
        && isFolder(target)
        && (data.list(condition).isEmpty()
            || Split.NAMES.stream()
                .anyMatch(name -> data.list(name + "/" + condition).isPresent()));
  }

  private static ImagesByName side(FileTree data, String split, String name) {
    var side = split + "/" + name;
    if (data.list(side).isEmpty()) {
      throw new InvalidInputException(
          data.where(side)
              + ": there is no such folder; data.condition and data.target name two of each split");
    }
    return ImagesByName.of(data, side);
  }
}
