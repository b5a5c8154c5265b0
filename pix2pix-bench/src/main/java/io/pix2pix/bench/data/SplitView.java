package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.data.ShownPairs.ShownPair;
import io.pix2pix.data.check.AlignmentSummary;
import io.pix2pix.data.check.AlignmentSummary.AlignedPair;
import io.pix2pix.data.check.SplitReport;
import java.util.List;
import java.util.Locale;

/**
 * A split on the page.
 *
 * @param sides conditions and targets
 * @param median shift of targets, in words
 * @param plots of the shifts, where there are some
 * @param sample pairs, evenly spread
 * @param worst pairs that seem not to lie on each other, else those with least in common
 * @param worstWords what {@code worst} are
 */
record SplitView(
    String name,
    int pairs,
    String shapes,
    int unusable,
    int unused,
    ImmutableList<SideView> sides,
    String median,
    String spread,
    String correlation,
    int trusted,
    int shifted,
    List<ShiftPlot> plots,
    ImmutableList<ShownPair> sample,
    String worstWords,
    ImmutableList<ShownPair> worst) {
  private static final int WORST = 4;

  static SplitView of(SplitReport split, ShownPairs pairs) {
    var alignment = split.alignment();
    boolean shifted = alignment.shifted() > 0;
    return new SplitView(
        split.name(),
        split.pairs(),
        SideView.counts(split.shapes()),
        split.unusable().size(),
        split.unused().count(),
        ImmutableList.of(
            SideView.of("conditions", split.condition()), SideView.of("targets", split.target())),
        alignment.isTrusted()
            ? AlignmentSummary.words(alignment.dx(), alignment.dy())
            : "cannot be told",
        alignment.isTrusted() ? "± %.0f".formatted(alignment.spread()) : "–",
        String.format(Locale.ROOT, "%.2f", alignment.correlation()),
        alignment.trusted(),
        alignment.shifted(),
        alignment.trusted() == 0 ? List.of() : List.of(ShiftPlot.of(alignment)),
        pairs.sample(split),
        shifted ? "seem not to lie on each other" : "have least in common",
        shown(shifted ? alignment.worst() : alignment.leastAlike(), pairs));
  }

  private static ImmutableList<ShownPair> shown(List<AlignedPair> some, ShownPairs pairs) {
    return some.stream()
        .limit(WORST)
        .flatMap(one -> pairs.of(one.pair(), words(one)))
        .collect(toImmutableList());
  }

  private static String words(AlignedPair one) {
    var alignment = one.alignment();
    return String.format(
        Locale.ROOT,
        "best shift %s; correlation %.2f, unshifted %.2f",
        AlignmentSummary.words(alignment.dx(), alignment.dy()),
        alignment.best(),
        alignment.unshifted());
  }
}
