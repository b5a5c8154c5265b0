package io.pix2pix.data.check;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds pairs that are alike, by the hashes of their pixels and by perceptual ones. */
final class Duplicates {
  private Duplicates() {}

  /** All groups: the same pairs first, then what has one side in common, then near ones. */
  static ImmutableList<DuplicateGroup> of(List<PairMark> marks) {
    var groups = ImmutableList.<DuplicateGroup>builder();
    var different = new ArrayList<PairMark>();
    for (var same : by(marks, mark -> List.of(condition(mark), target(mark)))) {
      different.add(same.get(0));
      add(groups, DuplicateGroup.Kind.SAME_PAIR, same);
    }
    by(different, Duplicates::condition)
        .forEach(same -> add(groups, DuplicateGroup.Kind.SAME_CONDITION, same));
    by(different, Duplicates::target)
        .forEach(same -> add(groups, DuplicateGroup.Kind.SAME_TARGET, same));
    new NearPairs(different).groups().forEach(near -> add(groups, DuplicateGroup.Kind.NEAR, near));
    return groups.build();
  }

  private static HashCode condition(PairMark mark) {
    return mark.condition().exact();
  }

  private static HashCode target(PairMark mark) {
    return mark.target().exact();
  }

  private static <K> Iterable<List<PairMark>> by(List<PairMark> marks, Function<PairMark, K> key) {
    Map<K, List<PairMark>> groups =
        marks.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    return groups.values();
  }

  private static void add(
      ImmutableList.Builder<DuplicateGroup> groups, DuplicateGroup.Kind kind, List<PairMark> same) {
    if (same.size() > 1) {
      groups.add(
          new DuplicateGroup(
              kind, same.stream().map(PairMark::pairName).collect(toImmutableList())));
    }
  }
}
