package io.pix2pix.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.StoredImages;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images of a data folder whose paths match patterns, one for each image of a pair. What stands for
 * the parts in braces is the same for partners.
 *
 * @param files that the user named
 * @param patterns with the same named parts, at least one
 * @param split of data that has none of its own
 */
public record PatternFiles(FileTree files, ImmutableList<PathPattern> patterns, Split split) {
  private static final Logger LOG = LoggerFactory.getLogger(PatternFiles.class);
  private static final int NAMED = 4;

  /** Whether there is a pair of that split. */
  public boolean has(String name) {
    if (hasOwnSplits()) {
      return patterns.stream().allMatch(one -> MatchedFiles.exist(files, one.forSplit(name)));
    }
    return undivided().stream()
        .allMatch(
            one -> matching(one).byKey().keySet().stream().anyMatch(key -> split.isIn(name, key)));
  }

  /** Whether files tell by their paths to which split they belong. */
  private boolean hasOwnSplits() {
    var first = patterns.get(0);
    return first.hasSplit()
        && (Split.NAMES.stream().anyMatch(name -> MatchedFiles.exist(files, first.forSplit(name)))
            || undivided().isEmpty()
            || !MatchedFiles.exist(files, undivided().get(0)));
  }

  /** The patterns without splits; none if splits are no folders. */
  private ImmutableList<PathPattern> undivided() {
    var rest = patterns.stream().flatMap(one -> one.withoutSplit().stream()).toList();
    return rest.size() == patterns.size() ? ImmutableList.copyOf(rest) : ImmutableList.of();
  }

  /**
   * The images of a split.
   *
   * @return for each pattern, with partners at the same index; at least one of each
   * @throws InvalidInputException if there are none, or one has no partner
   */
  public ImmutableList<StoredImages> images(String name) {
    if (hasOwnSplits()) {
      var found = matched(patterns.stream().map(one -> one.forSplit(name)).toList());
      split.noteSharedGroups(files.where(""), this::keys);
      return stored(found, found.get(0).byKey().keySet());
    }
    var found = matched(undivided());
    return stored(
        found, split.select(files.where(""), name, found.get(0).byKey().keySet(), key -> key));
  }

  private Stream<String> keys(String name) {
    return matching(patterns.get(0).forSplit(name)).byKey().keySet().stream();
  }

  private List<MatchedFiles> matched(List<PathPattern> wanted) {
    var found = wanted.stream().map(this::matching).toList();
    found.stream().filter(one -> one.byKey().isEmpty()).findFirst().ifPresent(this::refuseNone);
    for (var one : found) {
      found.forEach(other -> requirePartners(one, other));
    }
    notePassedOver(found);
    return found;
  }

  private MatchedFiles matching(PathPattern pattern) {
    return patterns.size() == 1
        ? MatchedFiles.alone(files, pattern)
        : MatchedFiles.of(files, pattern);
  }

  private void refuseNone(MatchedFiles none) {
    throw new InvalidInputException(
        "%s: has no images named %s; correct the pattern, or put them there"
            .formatted(files.where(""), none.pattern().text()));
  }

  private void requirePartners(MatchedFiles those, MatchedFiles partners) {
    // Sorted sets that are equal are told apart from others faster than one is searched in.
    if (those.byKey().keySet().equals(partners.byKey().keySet())) {
      return;
    }
    var alone = Sets.difference(those.byKey().keySet(), partners.byKey().keySet());
    if (!alone.isEmpty()) {
      var file = requireNonNull(those.byKey().get(alone.iterator().next())).name();
      throw new InvalidInputException(
          "%s: has no partner %s%s; put it there, or remove the file"
              .formatted(
                  files.where(file),
                  partners.pattern().path(those.pattern(), file),
                  alone.size() == 1 ? "" : ", and %d more have none".formatted(alone.size() - 1)));
    }
  }

  private void notePassedOver(List<MatchedFiles> found) {
    var used = new HashSet<String>();
    found.forEach(one -> one.byKey().values().forEach(file -> used.add(file.name())));
    var others =
        found.stream()
            .flatMap(one -> one.folders().stream())
            .distinct()
            .flatMap(
                folder ->
                    files.list(folder).stream()
                        .flatMap(listing -> listing.files().stream())
                        .map(file -> MatchedFiles.path(folder, file.name())))
            .filter(path -> !used.contains(path) && !path.equals(Dataset.PALETTE))
            .toList();
    if (!others.isEmpty()) {
      LOG.warn(
          "{}: passes over {} no images named {}, such as {}",
          files.where(""),
          others.size() == 1 ? "a file that is" : others.size() + " files that are",
          found.stream().map(one -> one.pattern().text()).collect(Collectors.joining(" or ")),
          others.stream()
              .limit(NAMED)
              .map(path -> path.replaceAll("\\p{Cntrl}", "?"))
              .collect(Collectors.joining(", ")));
    }
  }

  private ImmutableList<StoredImages> stored(List<MatchedFiles> found, Collection<String> keys) {
    return found.stream()
        .map(
            one ->
                new StoredImages(
                    files,
                    "",
                    keys.stream()
                        .map(key -> requireNonNull(one.byKey().get(key)))
                        .collect(toImmutableList())))
        .collect(toImmutableList());
  }
}
