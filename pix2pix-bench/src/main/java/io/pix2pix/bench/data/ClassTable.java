package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.data.check.ClassShare;
import io.pix2pix.data.check.SideReport;
import io.pix2pix.data.check.SplitReport;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Classes of one side, with their share in each split.
 *
 * @param splits heads of columns
 * @param rows a class each
 */
record ClassTable(String title, ImmutableList<String> splits, ImmutableList<Row> rows) {

  /** Empty where that side is no label maps in any split. */
  static Optional<ClassTable> of(
      String title, List<SplitReport> splits, Function<SplitReport, SideReport> side) {
    var known = new TreeMap<Integer, ClassShare>();
    splits.forEach(
        split -> side.apply(split).classes().forEach(one -> known.put(one.index(), one)));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClassTable(
            title,
            splits.stream().map(SplitReport::name).collect(toImmutableList()),
            known.values().stream()
                .map(
                    one ->
                        new Row(
                            one.index(),
                            one.name(),
                            "#%06x".formatted(one.color()),
                            splits.stream()
                                .map(split -> cell(one.index(), side.apply(split)))
                                .collect(toImmutableList())))
                .collect(toImmutableList())));
  }

  private static Cell cell(int index, SideReport side) {
    return side.classes().stream()
        .filter(one -> one.index() == index)
        .findFirst()
        .map(
            one ->
                new Cell(
                    BrightnessPlot.percent(one.share()),
                    Long.toString(Math.round(100 * one.share())),
                    one.pictures() + " pictures"))
        .orElse(new Cell("–", "0", ""));
  }

  record Row(int index, String name, String color, ImmutableList<Cell> cells) {}

  /**
   * A share.
   *
   * @param length of its bar, in hundredths
   */
  record Cell(String percent, String length, String pictures) {}
}
