package io.pix2pix.data.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs that look the same. Only those are compared whose targets have a quarter of their
 * perceptual hash in common: hashes that differ in at most three bits have at least one.
 */
final class NearPairs {
  private static final int QUARTERS = 4;
  private static final int BITS = 16;

  /** Pairs that each pair is compared with: those of plain pictures would be too many. */
  private static final int MOST_COMPARED = 2000;

  private final List<PairMark> marks;
  private final int[] leader;

  NearPairs(List<PairMark> marks) {
    this.marks = marks;
    leader = new int[marks.size()];
  }

  /** The groups, in the order of their first pairs. */
  Iterable<List<PairMark>> groups() {
    var known = new HashMap<Integer, List<Integer>>();
    for (int index = 0; index < leader.length; index++) {
      leader[index] = index;
      join(index, known);
    }
    Map<Integer, List<PairMark>> groups = new LinkedHashMap<>();
    for (int index = 0; index < leader.length; index++) {
      groups.computeIfAbsent(leader(index), its -> new ArrayList<>()).add(marks.get(index));
    }
    return groups.values();
  }

  private void join(int index, Map<Integer, List<Integer>> known) {
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      long bits = marks.get(index).target().perceptual() >>> (quarter * BITS) & 0xffff;
      var alike = known.computeIfAbsent(quarter << BITS | (int) bits, its -> new ArrayList<>());
      alike.stream()
          .filter(other -> isNear(index, other))
          .findFirst()
          .ifPresent(other -> leader[leader(index)] = leader(other));
      if (alike.size() < MOST_COMPARED) {
        alike.add(index);
      }
    }
  }

  private boolean isNear(int one, int two) {
    return marks.get(one).target().isNear(marks.get(two).target())
        && marks.get(one).condition().isNear(marks.get(two).condition());
  }

  private int leader(int index) {
    int at = index;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }
}
