package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.data.check.DataReport;
import io.pix2pix.data.check.SplitReport;
import io.pix2pix.train.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was found in a data set, as a page with everything that it shows in itself. */
public final class DataPage {
  private static final int LISTED = 100;

  private DataPage() {}

  /**
   * The page. Some pairs are read again for its pictures.
   *
   * @param dataset that reads the pairs
   * @param files where they are
   */
  public static String of(DataReport report, Dataset dataset, FileTree files) {
    var pairs = new ShownPairs(dataset, files);
    // Sides and classes of a split without a pair that can be used say nothing.
    var known = report.splits().stream().filter(split -> !split.shapes().isEmpty()).toList();
    var duplicates = report.duplicates();
    return new Template(DataPage.class, "data.html")
        .fill(
            new View(
                title(report),
                report.where(),
                report.layout(),
                report.isUsable() ? "A training can begin." : "A training cannot begin yet.",
                report.isUsable() ? "good" : "bad",
                lists(report),
                report.splits().stream()
                    .map(split -> SplitView.of(split, pairs))
                    .collect(toImmutableList()),
                classes(known),
                known.isEmpty() ? ImmutableList.of() : brightness(known),
                duplicates.isEmpty() ? List.of() : List.of(DuplicateView.of(duplicates, pairs))));
  }

  private static String title(DataReport report) {
    return Optional.ofNullable(Path.of(report.where()).toAbsolutePath().normalize().getFileName())
        .map(Path::toString)
        .orElse(report.where());
  }

  private static ImmutableList<Entries> lists(DataReport report) {
    return Stream.of(
            Entries.of("Would keep a training from working", "problem", report.problems()),
            Entries.of("Warnings", "warning", report.warnings()),
            Entries.of("Notes", "", report.notes()))
        .filter(list -> !list.entries.isEmpty())
        .collect(toImmutableList());
  }

  private static ImmutableList<ClassTable> classes(List<SplitReport> splits) {
    return Stream.of(
            ClassTable.of("Classes of conditions", splits, SplitReport::condition),
            ClassTable.of("Classes of targets", splits, SplitReport::target))
        .flatMap(Optional::stream)
        .collect(toImmutableList());
  }

  private static ImmutableList<BrightnessPlot> brightness(List<SplitReport> splits) {
    return ImmutableList.of(
        BrightnessPlot.of("conditions", splits, SplitReport::condition),
        BrightnessPlot.of("targets", splits, SplitReport::target));
  }

  private record View(
      String title,
      String where,
      String layout,
      String verdict,
      String kind,
      ImmutableList<Entries> lists,
      ImmutableList<SplitView> splits,
      ImmutableList<ClassTable> classes,
      ImmutableList<BrightnessPlot> brightness,
      List<DuplicateView> duplicates) {}

  /**
   * A list of findings.
   *
   * @param kind of the style sheet
   * @param more how many are not in it
   */
  private record Entries(String title, String kind, ImmutableList<String> entries, String more) {
    static Entries of(String title, String kind, ImmutableList<String> all) {
      int left = Math.max(0, all.size() - LISTED);
      return new Entries(
          title + " (" + all.size() + ")",
          kind,
          all.subList(0, all.size() - left),
          left == 0 ? "" : "and %d more".formatted(left));
    }
  }
}
