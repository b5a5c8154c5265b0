package io.pix2pix.cli;

import io.pix2pix.bench.report.Report;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports what many runs have found. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes DIR/report: a page with tables, pictures, colours, losses and provenance of all runs"
            + " in it, and the tables as Markdown, CSV and LaTeX.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix report runs/table-1",
      "  pix2pix report runs",
      "",
      "Runs that differ in nothing but their seeds make one row. What is not finished or not",
      "measured is marked, and figures of different data stand in different tables.",
    })
final class ReportCommand implements Callable<Integer> {
  private final Report report;

  @Parameters(paramLabel = "DIR", description = "the folder of a study, or a folder of runs")
  private Path folder = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ReportCommand(Report report) {
    this.report = report;
  }

  @Override
  public Integer call() {
    Console.of(spec).say("Wrote " + report.write(folder));
    return 0;
  }
}
