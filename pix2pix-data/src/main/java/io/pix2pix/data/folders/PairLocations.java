package io.pix2pix.data.folders;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PathPattern;
import io.pix2pix.data.layout.PatternFiles;
import io.pix2pix.data.layout.Split;

/**
 * Where the images of pairs are: conditions, targets, and masks if there are any.
 *
 * @param names folders of each split, or patterns
 * @param patterns of all of them
 */
record PairLocations(ImmutableList<String> names, ImmutableList<PathPattern> patterns) {
  private static final String IN_SPLIT = "{split}/%s/{name}";

  /**
   * Locations that settings name.
   *
   * @throws IllegalArgumentException if they cannot be such locations, or two are the same
   */
  static PairLocations of(ImmutableList<String> names) {
    for (int i = 1; i < names.size(); i++) {
      checkArgument(
          !names.subList(0, i).contains(names.get(i)),
          "condition, target and mask must be folders of their own, not two of them \"%s\"",
          names.get(i));
    }
    var patterns = names.stream().map(PairLocations::pattern).collect(toImmutableList());
    var parts = patterns.get(0).parts();
    for (var pattern : patterns) {
      checkArgument(
          parts.equals(pattern.parts()) && !parts.isEmpty(),
          "%s must have the same named parts in braces, not %s and %s; {} stands for characters that"
              + " do not matter",
          names.size() == 2 ? "condition and target" : "condition, target and mask",
          parts,
          pattern.parts());
    }
    return new PairLocations(names, patterns);
  }

  private static PathPattern pattern(String location) {
    if (isFolder(location)) {
      return new PathPattern(IN_SPLIT.formatted(location));
    }
    var pattern = new PathPattern(location);
    return pattern.hasName() ? pattern : new PathPattern(location + "/{name}");
  }

  private static boolean isFolder(String location) {
    return !location.contains("/") && !location.contains("{");
  }

  /** Whether there is a pair of that split. */
  boolean has(FileTree data, String split, Split division) {
    return areFoldersOfSplits(data)
        ? names.stream().allMatch(name -> data.list(split + "/" + name).isPresent())
        : matching(data, division).has(split);
  }

  /**
   * The images of a split.
   *
   * @return of each location, with partners at the same index
   * @throws InvalidInputException if there are none, or one has no partner
   */
  ImmutableList<StoredImages> images(FileTree data, String split, Split division) {
    if (!areFoldersOfSplits(data)) {
      return matching(data, division).images(split);
    }
    var sides = names.stream().map(name -> side(data, split, name)).collect(toImmutableList());
    for (var side : sides.subList(1, sides.size())) {
      side.requireAllOf(sides.get(0));
      sides.get(0).requireAllOf(side);
    }
    // All have the same names now, and so the same order.
    return sides.stream().map(ImagesByName::images).collect(toImmutableList());
  }

  private PatternFiles matching(FileTree data, Split split) {
    return new PatternFiles(data, patterns, split);
  }

  /** Data without splits may have the folders themselves. */
  private boolean areFoldersOfSplits(FileTree data) {
    var first = names.get(0);
    return names.stream().allMatch(PairLocations::isFolder)
        && (data.list(first).isEmpty()
            || Split.NAMES.stream().anyMatch(name -> data.list(name + "/" + first).isPresent()));
  }

  private static ImagesByName side(FileTree data, String split, String name) {
    var side = split + "/" + name;
    if (data.list(side).isEmpty()) {
      throw new InvalidInputException(
          data.where(side)
              + ": there is no such folder; data.condition and data.target name two of each split,"
              + " and data.mask a third if it names any");
    }
    return ImagesByName.of(data, side);
  }
}
