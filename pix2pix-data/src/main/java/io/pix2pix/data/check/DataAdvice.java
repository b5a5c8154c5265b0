package io.pix2pix.data.check;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user should know of the data, beside what keeps it from being used.
 *
 * @param sizesAreKnown whether an experiment has said to which size pairs are brought
 */
record DataAdvice(
    ImmutableList<SplitReport> splits,
    ImmutableList<DuplicateGroup> duplicates,
    boolean sizesAreKnown) {
  private static final int NAMED = 3;

  /** What a training is likely to suffer from. */
  ImmutableList<String> warnings() {
    return Stream.concat(leaks(), splits.stream().flatMap(this::warnings))
        .collect(toImmutableList());
  }

  private Stream<String> leaks() {
    var across = duplicates.stream().filter(DuplicateGroup::isAcrossSplits).toList();
    return Stream.of(DuplicateGroup.Kind.values())
        .map(kind -> across.stream().filter(group -> group.kind() == kind).toList())
        .filter(groups -> !groups.isEmpty())
        .map(
            groups ->
                "splits share pictures: %s %s, such as %s; results on pairs that were trained on are too good"
                    .formatted(
                        times(groups.size()), groups.get(0).kind().words(), some(groups.get(0))));
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String some(DuplicateGroup group) {
    var firsts =
        group.pairs().stream()
            .collect(Collectors.toMap(PairName::split, PairName::toString, (first, other) -> first))
            .values();
    return firsts.stream().sorted().limit(NAMED).collect(Collectors.joining(" and "));
  }

  private Stream<String> warnings(SplitReport split) {
    return Stream.of(
            mixed(split.name() + ": conditions", split.condition().channels()),
            mixed(split.name() + ": targets", split.target().channels()),
            mixed(split.name() + ": conditions", split.condition().depths()),
            mixed(split.name() + ": targets", split.target().depths()),
            shifts(split),
            unknownClasses(split, split.condition().classes(), true),
            unknownClasses(split, split.target().classes(), false))
        .flatMap(words -> words)
        .distinct();
  }

  private static Stream<String> mixed(String where, ImmutableMap<String, Integer> counts) {
    return counts.size() < 2
        ? Stream.empty()
        : Stream.of(where + " are stored in different ways: " + words(counts));
  }

  private static Stream<String> shifts(SplitReport split) {
    var alignment = split.alignment();
    if (alignment.isShiftedAsARule()) {
      return Stream.of(
          String.format(
              Locale.ROOT,
              "%s: most targets lie %s of their conditions, in pixels (half of the pairs within"
                  + " %.0f of that); a network learns the shift too",
              split.name(),
              AlignmentSummary.words(alignment.dx(), alignment.dy()),
              alignment.spread()));
    } else if (alignment.shifted() == 0) {
      return Stream.empty();
    }
    var worst = alignment.worst().get(0);
    return Stream.of(
        "%s: %d of %d pairs seem not to lie on each other, most of all %s (%s, in pixels); look at them"
            .formatted(
                split.name(),
                alignment.shifted(),
                alignment.pairs(),
                worst.pair().name(),
                AlignmentSummary.words(worst.alignment().dx(), worst.alignment().dy())));
  }

  /** Classes of a split that a training sees nothing of. */
  private Stream<String> unknownClasses(
      SplitReport split, ImmutableList<ClassShare> classes, boolean ofConditions) {
    var trained =
        splits.stream()
            .filter(other -> other.name().equals("train"))
            .map(other -> ofConditions ? other.condition().classes() : other.target().classes())
            .flatMap(ImmutableList::stream)
            .filter(one -> one.pictures() > 0)
            .map(ClassShare::index)
            .collect(Collectors.toSet());
    var unknown =
        classes.stream()
            .filter(one -> one.pictures() > 0 && !trained.contains(one.index()))
            .map(one -> one.name().isEmpty() ? Integer.toString(one.index()) : one.name())
            .toList();
    return trained.isEmpty() || unknown.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "%s: has classes that train has no pixel of: %s"
                .formatted(split.name(), String.join(", ", unknown)));
  }

  /** What else should be known. */
  ImmutableList<String> notes() {
    return Stream.concat(within(), splits.stream().flatMap(this::notes)).collect(toImmutableList());
  }

  private Stream<String> within() {
    var inside = duplicates.stream().filter(group -> !group.isAcrossSplits()).toList();
    return Stream.of(DuplicateGroup.Kind.values())
        .map(kind -> inside.stream().filter(group -> group.kind() == kind).toList())
        .filter(groups -> !groups.isEmpty())
        .map(
            groups ->
                "%s within a split: %s, such as %s"
                    .formatted(
                        times(groups.size()),
                        groups.get(0).kind().words(),
                        groups.get(0).pairs().stream()
                            .limit(NAMED)
                            .map(PairName::toString)
                            .collect(Collectors.joining(", "))));
  }

  private Stream<String> notes(SplitReport split) {
    var notes = ImmutableList.<String>builder();
    if (split.unused().count() > 0) {
      notes.add(split.name() + ": " + split.unused().words());
    }
    if (split.shapes().size() > 1 && !sizesAreKnown) {
      notes.add(
          split.name()
              + ": pairs are of "
              + split.shapes().size()
              + " sizes; a training needs one: data.size, or an augmentation such as jitter, brings"
              + " them to it");
    }
    if (split.alignment().pairs() > 0 && !split.alignment().isTrusted()) {
      notes.add(
          "%s: conditions and targets have few outlines in common, so that nothing can be said of how they lie (%d of %d pairs tell)"
              .formatted(split.name(), split.alignment().trusted(), split.alignment().pairs()));
    }
    if (!split.notes().isEmpty()) {
      notes.add(
          "%s: notes on %d files, such as %s"
              .formatted(split.name(), split.notes().size(), split.notes().get(0)));
    }
    return notes.build().stream();
  }

  /** For example {@code 1 channel (20), 3 channels (380)}. */
  private static String words(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .limit(NAMED)
        .map(count -> count.getKey() + " (" + count.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
