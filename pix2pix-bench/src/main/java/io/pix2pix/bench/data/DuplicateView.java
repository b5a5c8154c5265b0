package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.data.ShownPairs.ShownPair;
import io.pix2pix.data.check.DuplicateGroup;
import io.pix2pix.data.check.PairName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pairs that are alike, on the page.
 *
 * @param count of all groups
 * @param rows the first of them, those across splits first
 * @param shown the first two pairs of some
 */
record DuplicateView(int count, ImmutableList<Row> rows, ImmutableList<ShownPair> shown) {
  private static final int ROWS = 40;
  private static final int SHOWN = 4;
  private static final int NAMED = 8;

  static DuplicateView of(List<DuplicateGroup> groups, ShownPairs pairs) {
    var sorted =
        groups.stream().sorted(Comparator.comparing(group -> !group.isAcrossSplits())).toList();
    return new DuplicateView(
        groups.size(),
        sorted.stream().limit(ROWS).map(DuplicateView::row).collect(toImmutableList()),
        IntStream.range(0, Math.min(SHOWN, sorted.size()))
            .boxed()
            .flatMap(
                number ->
                    sorted.get(number).pairs().stream()
                        .limit(2)
                        .flatMap(pair -> pairs.of(pair, words(number, sorted.get(number)))))
            .collect(toImmutableList()));
  }

  private static String words(int number, DuplicateGroup group) {
    return "%d: %s".formatted(number + 1, group.kind().words());
  }

  private static Row row(DuplicateGroup group) {
    return new Row(
        group.kind().words(),
        group.isAcrossSplits() ? "across splits" : "within a split",
        group.pairs().size(),
        group.pairs().stream()
            .limit(NAMED)
            .map(PairName::toString)
            .collect(Collectors.joining(", ", "", group.pairs().size() > NAMED ? ", ..." : "")));
  }

  record Row(String kind, String where, int pairs, String names) {}
}
