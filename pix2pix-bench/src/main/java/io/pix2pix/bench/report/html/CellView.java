package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.bench.report.result.RunFacts;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.run.ExperimentCopy;
import io.pix2pix.train.run.LossCurves;
import io.pix2pix.train.run.LossPlot;
import io.pix2pix.train.run.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger(CellView.class);

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
      if (run.provenance().filter(CellView::hasLosses).isPresent()) {
        LOG.warn("{}: is missing; the page has no plots of the run", run.folder().losses());
      }
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
      LOG.warn("{}; the page has no plots of the run", e.getMessage());
      return ImmutableList.of();
    }
  }

  private static boolean hasLosses(Provenance provenance) {
    return provenance.imported().isEmpty() && provenance.progress().steps() > 0;
  }

  /** Where the file is not what the run wrote, readers say so and take the copy. */
  private static String experiment(ReportedRun run) {
    return run.provenance()
        .flatMap(Provenance::experiment)
        .map(ExperimentCopy::text)
        .orElseGet(() -> text(run.folder().experiment()));
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  record Plot(String title, String color, String latest, String svg) {}
}
