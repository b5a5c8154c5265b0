package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts the pictures of a folder into splits. Folders below stay: {@code label/1.png} becomes {@code
 * train/label/1.png}. Pictures of one name up to the extension, in whatever folders, stay together,
 * and so do groups of names.
 *
 * @param input folder of pairs, or with folders of conditions and targets
 * @param output gets a folder for each split
 * @param shares of the splits
 * @param group matches all of a name without extension; its first group, or else the name, is the
 *     group that stays together
 * @param transfer how files get there
 */
public record Splitting(
    Path input, Path output, SplitShares shares, Optional<Pattern> group, FileTransfer transfer) {
  /**
   * What there is to do.
   *
   * @throws InvalidInputException if an input cannot be used, or another file is in the way;
   *     nothing is done then
   */
  public Plan plan() {
    Folders.requireApart(input, output);
    var tree = PictureTree.of(input);
    var groups = new TreeMap<String, List<String>>();
    tree.pictures()
        .keySet()
        .forEach(path -> groups.computeIfAbsent(groupOf(path), its -> new ArrayList<>()).add(path));
    var sizes = ImmutableSortedMap.<String, Integer>naturalOrder();
    groups.forEach((name, paths) -> sizes.put(name, pairs(paths)));
    var dealt = shares.deal(sizes.buildOrThrow(), settled());
    return plan(tree, groups, dealt);
  }

  private Plan plan(PictureTree tree, Map<String, List<String>> groups, Map<String, String> dealt) {
    var tasks = ImmutableList.<FileTask>builder();
    var pairs = new TreeMap<String, Integer>();
    var problems = new ArrayList<String>();
    int there = 0;
    for (var one : groups.entrySet()) {
      var split = dealt.getOrDefault(one.getKey(), "train");
      pairs.merge(split, pairs(one.getValue()), Integer::sum);
      for (var path : one.getValue()) {
        var from = tree.pictures().getOrDefault(path, input);
        var to = output.resolve(split).resolve(input.relativize(from).toString());
        if (Files.notExists(to)) {
          tasks.add(new FileTask(ImmutableList.of(from), to, () -> transfer.apply(from, to)));
        } else if (isSame(from, to)) {
          there++;
        } else {
          problems.add(
              "%s: is there already and differs from %s; nothing is overwritten: choose another folder, or remove it"
                  .formatted(to, from));
        }
      }
    }
    Folders.requireNone(problems, output);
    PaletteCopy.of(input, output).ifPresent(tasks::add);
    return new Plan(
        tasks.build(), there, ImmutableSortedMap.copyOf(pairs), groups.size(), tree.notes());
  }

  private static boolean isSame(Path from, Path to) {
    try {
      return Files.mismatch(from, to) < 0;
    } catch (IOException e) {
      throw new InvalidInputException(
          to + ": cannot be compared with " + from + " (" + e + "); give access", e);
    }
  }

  /** Names that differ in their folders only are one pair. */
  private static int pairs(List<String> paths) {
    return (int) paths.stream().map(Splitting::name).distinct().count();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String groupOf(String path) {
    var name = name(path);
    if (group.isEmpty()) {
      return name;
    }
    var matcher = group.get().matcher(name);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          "--group: %s does not match \"%s\"; the pattern must match all names without their extension, for example ([^_]+)_.*"
              .formatted(path, group.get()));
    }
    var found = matcher.groupCount() > 0 ? matcher.group(1) : name;
    return found == null ? name : found;
  }

  /** Groups that are in a split already, from an earlier time. */
  private Map<String, String> settled() {
    var settled = new TreeMap<String, String>();
    for (var split : shares.shares().keySet()) {
      var folder = output.resolve(split);
      if (hasEntries(folder)) {
        for (var path : PictureTree.of(folder).pictures().keySet()) {
          var before = settled.put(groupOf(path), split);
          if (before != null && !before.equals(split)) {
            throw new InvalidInputException(
                "%s: group %s is in %s and in %s already; put it into one of them"
                    .formatted(output, groupOf(path), before, split));
          }
        }
      }
    }
    return settled;
  }

  private static boolean hasEntries(Path folder) {
    var files = folder.toFile().list();
    return files != null && files.length > 0;
  }

  /**
   * What there is to do.
   *
   * @param tasks files that are not there yet
   * @param there files that are
   * @param pairs of each split once it is done
   * @param groups that were dealt out
   * @param notes what is passed over
   */
  public record Plan(
      ImmutableList<FileTask> tasks,
      int there,
      ImmutableSortedMap<String, Integer> pairs,
      int groups,
      ImmutableList<String> notes) {}
}
