package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** {@code index.html} of a run: how far it is, its samples, losses, metrics and provenance. */
public final class RunPage {
  private static final InputFile FILE =
      new InputFile("a file of a run", InputFile.WRITTEN_BY_PROGRAMS);

  private static final Logger LOG = LoggerFactory.getLogger(RunPage.class);

  private final RunFolder run;

  private RunPage(RunFolder run) {
    this.run = run;
  }

  /**
   * Writes the page of what lies in the folder now: {@code run.json} and {@code experiment.yaml},
   * and losses, samples and metrics where there are some. The last one of several that write it at
   * once shows what all of them left.
   *
   * @throws InvalidInputException if a file cannot be read, or the page not be written
   */
  public static void write(RunFolder run) {
    UpdateLock.during(
        run.path(),
        () -> {
          AtomicFiles.write(run.page(), Page.fill("run.html", new RunPage(run).view()));
          return run;
        });
  }

  private View view() {
    // Whoever writes a page has read the file before, and told what is wrong with it.
    var provenance = ProvenanceFile.read(run.provenance(), damaged -> false);
    var progress = provenance.progress();
    var samples = samples();
    return new View(
        run.name(),
        progress.state().toString(),
        progress.state() == RunProgress.State.TRAINING,
        progress.state() == RunProgress.State.IMPORTED,
        Words.count(progress.steps()),
        Words.count(progress.of()),
        Math.round(100.0 * progress.steps() / Math.max(1, progress.of())),
        Words.duration(progress.spent()),
        Words.time(progress.updated()),
        samples.stream().limit(1).toList(),
        samples,
        plots(),
        metrics(),
        ProvenanceFacts.of(provenance),
        experiment(run, provenance));
  }

  private ImmutableList<Picture> samples() {
    if (!Files.isDirectory(run.samples())) {
      return ImmutableList.of();
    }
    try (var files = Files.list(run.samples())) {
      return files
          .filter(file -> file.getFileName().toString().matches("step-\\d+\\.png"))
          .map(this::picture)
          .sorted((a, b) -> Long.compare(b.number(), a.number()))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new InvalidInputException(
          run.samples() + ": cannot be read; a run keeps samples there", e);
    }
  }

  private Picture picture(Path file) {
    long step = Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
    return new Picture(step, Words.count(step), Page.link(run.page(), file));
  }

  private ImmutableList<Plot> plots() {
    if (!Files.exists(run.losses())) {
      return ImmutableList.of();
    }
    try {
      return LossPlot.of(LossCurves.read(run.losses())).stream()
          .map(RunPage::plot)
          .collect(ImmutableList.toImmutableList());
    } catch (InvalidInputException e) {
      LOG.warn("{}; the page has no plots", e.getMessage());
      return ImmutableList.of();
    }
  }

  private static Plot plot(LossPlot plot) {
    return new Plot(
        plot.column().replace(".", " · "),
        plot.color(),
        String.format(Locale.ROOT, "%.4g", plot.latest()),
        plot.svg());
  }

  private ImmutableList<Table> metrics() {
    return ImmutableList.<Table>builder()
        .addAll(table("Metrics", run.metrics()))
        .addAll(table("Validation", run.validation()))
        .build();
  }

  private static ImmutableList<Table> table(String title, Path file) {
    if (!Files.exists(file)) {
      return ImmutableList.of();
    }
    try {
      var rows = Csv.rows(Files.readString(FILE.checkIfPresent(file)));
      return rows.isEmpty()
          ? ImmutableList.of()
          : ImmutableList.of(new Table(title, rows.get(0), rows.subList(1, rows.size())));
    } catch (IOException | JacksonException | InvalidInputException e) {
      LOG.warn("{}: cannot be read ({}); the page does not show it", file, e.toString());
      return ImmutableList.of();
    }
  }

  /** Where the file is not what the run wrote, readers say so and take the copy. */
  private static String experiment(RunFolder run, Provenance provenance) {
    return provenance
        .experiment()
        .filter(ExperimentCopy::isWhole)
        .map(ExperimentCopy::text)
        .orElseGet(() -> text(run));
  }

  private static String text(RunFolder run) {
    try {
      return Files.readString(FILE.checkIfPresent(run.experiment()));
    } catch (IOException e) {
      throw new InvalidInputException(run.experiment() + ": cannot be read; every run has one", e);
    }
  }

  /** What the template names; a list stands also for what may be missing. */
  private record View(
      String name,
      String state,
      boolean training,
      boolean imported,
      String step,
      String of,
      long percent,
      String spent,
      String updated,
      List<Picture> newest,
      ImmutableList<Picture> samples,
      ImmutableList<Plot> plots,
      List<Table> metrics,
      ImmutableList<ProvenanceFacts.Fact> facts,
      String experiment) {}

  private record Picture(long number, String step, String link) {}

  private record Plot(String title, String color, String latest, String svg) {}

  private record Table(String title, List<String> head, List<? extends List<String>> rows) {}
}
