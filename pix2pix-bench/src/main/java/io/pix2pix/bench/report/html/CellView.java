package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.bench.report.result.RunFacts;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.run.LossCurves;
import io.pix2pix.train.run.LossPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * A cell by itself: what it changes, its losses and its experiment.
 *
 * @param time of training, the mean over its runs, in words
 * @param changed the changes, where there are some
 * @param plots of losses, of the first seed that has some
 * @param experiment of the first seed that has one
 */
record CellView(
    String title,
    String time,
    ImmutableList<ExperimentDifference> changes,
    List<ImmutableList<ExperimentDifference>> changed,
    ImmutableList<Plot> plots,
    String experiment) {

  static CellView of(ReportedCell cell) {
    return new CellView(
        cell.title(),
        time(cell),
        cell.changes(),
        cell.changes().isEmpty() ? List.of() : List.of(cell.changes()),
        cell.runs().stream()
            .map(CellView::plots)
            .filter(plots -> !plots.isEmpty())
            .findFirst()
            .orElse(ImmutableList.of()),
        cell.runs().stream()
            .map(CellView::experiment)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("not begun"));
  }

  private static String time(ReportedCell cell) {
    var seconds =
        cell.runs().stream()
            .flatMap(run -> run.provenance().stream())
            .mapToDouble(provenance -> provenance.progress().seconds())
            .average();
    return seconds.isPresent()
        ? RunFacts.time(seconds.getAsDouble()) + " of training a run"
        : "not begun";
  }

  private static ImmutableList<Plot> plots(ReportedRun run) {
    if (Files.notExists(run.folder().losses())) {
      return ImmutableList.of();
    }
    try {
      return LossPlot.of(LossCurves.read(run.folder().losses())).stream()
          .map(
              plot ->
                  new Plot(
                      plot.column().replace(".", " · "),
                      plot.color(),
                      String.format(Locale.ROOT, "%.4g", plot.latest()),
                      plot.svg()))
          .collect(toImmutableList());
    } catch (InvalidInputException e) {
      return ImmutableList.of(); // the run is marked where its problem matters
    }
  }

  private static String experiment(ReportedRun run) {
    var file = run.folder().experiment();
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  record Plot(String title, String color, String latest, String svg) {}
}
