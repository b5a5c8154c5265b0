package io.pix2pix.cli;

import io.pix2pix.bench.report.Report;
import io.pix2pix.cli.console.Console;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports what many runs have found. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes DIR/report: a page with tables, pictures, colors, losses and provenance of all runs"
            + " in it, and the tables as Markdown, CSV and LaTeX. The page needs no other file.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix report runs/table-1",
      "  pix2pix report runs --perception judged",
      "",
      "Runs that differ in nothing but their seeds make one row. What is not finished",
      "or not measured is marked, and values of different data, or measured in",
      "another way, stand in different tables. Bold is the best where its lead does",
      "not hang on which images were tested.",
    })
final class ReportCommand implements Callable<Integer> {
  private final Report report;

  @Parameters(paramLabel = "DIR", description = "the folder of a study, or a folder of runs")
  private Path folder = Path.of("");

  @Option(
      names = "--pictures",
      paramLabel = "N",
      defaultValue = "24",
      description =
          "how many test images of a study are shown at most; fewer make a smaller page (default:"
              + " ${DEFAULT-VALUE})")
  private int pictures = Report.Request.PICTURES;

  @Option(
      names = "--perception",
      paramLabel = "DIR",
      description =
          "a folder that perceive has served, if it does not lie in DIR; those in DIR are found")
  private @Nullable Path perception;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ReportCommand(Report report) {
    this.report = report;
  }

  @Override
  public Integer call() {
    var order = new Report.Request(folder, Optional.ofNullable(perception), pictures);
    Console.of(spec).say("Wrote " + report.write(order));
    return 0;
  }
}
