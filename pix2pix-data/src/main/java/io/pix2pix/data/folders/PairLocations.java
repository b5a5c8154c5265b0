package io.pix2pix.data.folders;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.SplitFolders;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PathPattern;
import io.pix2pix.data.layout.PatternFiles;
import io.pix2pix.data.layout.Split;
import java.util.stream.Stream;

/**
 * Where the images of pairs are: conditions, targets, masks if there are any, and what gives
 * further channels.
 *
 * @param parts folders of each split, or patterns
 * @param patterns of all of them
 */
record PairLocations(PairParts parts, ImmutableList<PathPattern> patterns) {

  /**
   * Locations that settings name.
   *
   * @throws IllegalArgumentException if they cannot be such locations, or two are the same
   */
  static PairLocations of(PairParts parts) {
    var names = parts.names();
    for (int i = 1; i < names.size(); i++) {
      checkArgument(
          !names.subList(0, i).contains(names.get(i)),
          "condition, target and mask must be folders of their own, not two of them \"%s\"",
          names.get(i));
    }
    var patterns = names.stream().map(PathPattern::at).collect(toImmutableList());
    var all =
        Stream.of(
                patterns.stream(),
                parts.moreOfCondition().stream().map(patterns.get(0)::beside),
                parts.moreOfTarget().stream().map(patterns.get(1)::beside))
            .flatMap(one -> one)
            .collect(toImmutableList());
    requireSameParts(all, names.size());
    return new PairLocations(parts, all);
  }

  private static void requireSameParts(ImmutableList<PathPattern> patterns, int named) {
    var known = patterns.get(0).parts();
    for (var pattern : patterns) {
      checkArgument(
          known.equals(pattern.parts()) && !known.isEmpty(),
          "%s must have the same named parts in braces, not %s and %s; {} stands for characters that"
              + " do not matter",
          patterns.size() > named
              ? "condition, target, mask and more"
              : named == 2 ? "condition and target" : "condition, target and mask",
          known,
          pattern.parts());
    }
  }

  /** Whether there is a pair of that split. Masks that are missing are told, not passed over. */
  boolean has(FileTree data, String split, Split division) {
    return areFoldersOfSplits(data)
        ? Stream.of(parts.condition(), parts.target())
            .allMatch(name -> data.list(split + "/" + name).isPresent())
        : matching(data, division).has(split);
  }

  /**
   * The images of a split.
   *
   * @return of conditions, targets, and masks if there are any, with partners at the same index
   * @throws InvalidInputException if there are none, or one has no partner
   */
  ImmutableList<StoredImages> images(FileTree data, String split, Split division) {
    if (!areFoldersOfSplits(data)) {
      return parts.joined(matching(data, division).images(split));
    }
    var sides =
        parts.names().stream().map(name -> side(data, split, name)).collect(toImmutableList());
    for (var side : sides.subList(1, sides.size())) {
      side.requireAllOf(sides.get(0));
      sides.get(0).requireAllOf(side);
    }
    division.noteSharedGroups(
        data.where(""), other -> new SplitFolders(data).names(other + "/" + parts.target()));
    // All have the same names now, and so the same order.
    return sides.stream().map(ImagesByName::images).collect(toImmutableList());
  }

  private PatternFiles matching(FileTree data, Split split) {
    return new PatternFiles(data, patterns, split);
  }

  /** Data without splits may have the folders themselves. */
  private boolean areFoldersOfSplits(FileTree data) {
    var first = parts.condition();
    return parts.allNames().stream().allMatch(PathPattern::isFolder)
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
