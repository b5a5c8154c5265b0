package io.pix2pix.data.check;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingDouble;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * How the targets of a split lie on their conditions.
 *
 * @param pairs that were measured
 * @param trusted those whose outlines have enough in common; all numbers but {@code correlation}
 *     are of them
 * @param dx pixels that targets lie right of conditions, the median
 * @param dy pixels that targets lie below conditions, the median
 * @param spread half of the pairs lie within so many pixels of the median
 * @param correlation of edge maps as they lie, the median over all pairs
 * @param shifted how many pairs seem to lie elsewhere
 * @param worst pairs that seem to lie elsewhere, those first that gain most by a shift
 * @param leastAlike pairs whose outlines have least in common: perhaps no partners
 * @param shifts every shift there is, and how often
 */
public record AlignmentSummary(
    int pairs,
    int trusted,
    double dx,
    double dy,
    double spread,
    double correlation,
    int shifted,
    ImmutableList<AlignedPair> worst,
    ImmutableList<AlignedPair> leastAlike,
    ImmutableList<ShiftCount> shifts) {
  private static final int NAMED = 12;

  static AlignmentSummary of(List<PairMark> marks) {
    var trusted = marks.stream().filter(mark -> mark.alignment().isTrusted()).toList();
    double dx = median(trusted, mark -> mark.alignment().dx());
    double dy = median(trusted, mark -> mark.alignment().dy());
    var shifted = marks.stream().filter(PairMark::isShifted).toList();
    return new AlignmentSummary(
        marks.size(),
        trusted.size(),
        dx,
        dy,
        spread(trusted, dx, dy),
        median(marks.stream().mapToDouble(mark -> mark.alignment().unshifted()).toArray()),
        shifted.size(),
        first(shifted, comparingDouble(mark -> -mark.alignment().gain())),
        first(marks, comparingDouble(mark -> mark.alignment().best())),
        counts(trusted));
  }

  private static double median(List<PairMark> marks, ToIntFunction<PairMark> shift) {
    return median(marks.stream().mapToDouble(shift::applyAsInt).toArray());
  }

  private static double spread(List<PairMark> marks, double dx, double dy) {
    return median(
        marks.stream()
            .mapToDouble(
                mark ->
                    Math.max(
                        Math.abs(mark.alignment().dx() - dx), Math.abs(mark.alignment().dy() - dy)))
            .toArray());
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static ImmutableList<AlignedPair> first(
      List<PairMark> marks, Comparator<PairMark> order) {
    return marks.stream()
        .sorted(order)
        .limit(NAMED)
        .map(mark -> new AlignedPair(mark.pairName(), mark.alignment()))
        .collect(toImmutableList());
  }

  private static ImmutableList<ShiftCount> counts(List<PairMark> marks) {
    var counts = new TreeMap<String, ShiftCount>();
    for (var mark : marks) {
      int right = mark.alignment().dx();
      int down = mark.alignment().dy();
      counts.merge(
          right + "," + down,
          new ShiftCount(right, down, 1),
          (one, other) -> new ShiftCount(right, down, one.pairs() + other.pairs()));
    }
    return ImmutableList.copyOf(counts.values());
  }

  /** Whether most pairs can be trusted to tell something. */
  public boolean isTrusted() {
    return trusted * 2 > pairs;
  }

  /**
   * Whether targets lie beside their conditions as a rule.
   *
   * <p>Half a pixel of the edge maps may be an encoder's or a resize's.
   */
  public boolean isShiftedAsARule() {
    return isTrusted() && Math.max(Math.abs(dx), Math.abs(dy)) > Math.max(1, spread);
  }

  /** For example {@code 3 right, 1 up}. */
  public static String words(double dx, double dy) {
    return dx == 0 && dy == 0
        ? "none"
        : "%s%s%s"
            .formatted(
                part(dx, "right", "left"), dx != 0 && dy != 0 ? ", " : "", part(dy, "down", "up"));
  }

  private static String part(double pixels, String positive, String negative) {
    if (pixels == 0) {
      return "";
    }
    double size = Math.abs(pixels);
    var number = size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size);
    return number + " " + (pixels > 0 ? positive : negative);
  }

  /** A pair and how its target lies. */
  public record AlignedPair(PairName pair, Alignment alignment) {}

  /** How many pairs have a shift, in pixels. */
  public record ShiftCount(int dx, int dy, int pairs) {}
}
