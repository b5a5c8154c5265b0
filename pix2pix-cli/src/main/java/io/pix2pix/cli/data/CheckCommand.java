package io.pix2pix.cli.data;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.bench.data.DataPage;
import io.pix2pix.bench.data.DataReportJson;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.data.check.DataInspection;
import io.pix2pix.data.check.DataReport;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.run.AtomicFiles;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a data set, and what is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Decodes every file of a data folder and says what is in it: counts, sizes, channels,"
            + " depths, ranges, classes, and what is wrong: files that cannot be used, duplicates"
            + " within and across splits, pairs that do not lie on each other.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data check facades",
      "  pix2pix data check facades --page facades.html      with pictures, to look at",
      "  pix2pix data check camvid --experiment experiments/camvid.yaml",
      "  pix2pix data check city --json city.json            for programs",
      "",
      "Without --experiment the layout is guessed: A|B pairs, or two folders in each",
      "split. With it, files are read as a training would, and sizes are checked too.",
      "",
      "Exit code: 1 where something would keep a training from working, else 0.",
    })
public final class CheckCommand implements Callable<Integer> {
  private final ExperimentReader experiments;

  @Parameters(
      paramLabel = "DIR",
      description = "the data folder, or an archive; it holds train, val and test")
  private Path folder = Path.of("");

  @Option(
      names = "--experiment",
      paramLabel = "FILE",
      description = "reads files as this experiment does (default: a guess by what is there)")
  private @Nullable Path experiment;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "with --experiment: changes a value of it; can be given several times")
  private List<String> changes = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "writes everything that was found, for programs")
  private @Nullable Path json;

  @Option(
      names = "--page",
      paramLabel = "FILE.html",
      description = "writes a page with pictures, tables and plots; it needs no other file")
  private @Nullable Path page;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  CheckCommand(ExperimentReader experiments) {
    this.experiments = experiments;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var files = FileTree.of(folder);
    files.check();
    Stream.of(Optional.ofNullable(json), Optional.ofNullable(page))
        .flatMap(Optional::stream)
        .forEach(file -> AtomicFiles.createFolder(file.toAbsolutePath().resolveSibling("")));
    var read = Optional.ofNullable(experiment).map(file -> experiments.read(file, changes));
    var inspection =
        read.map(CheckCommand::inspection).orElseGet(() -> DataInspection.guessed(files));
    var report = sized(inspection.report(files, ProgressLine.work(console)), read);
    new CheckText(report).lines().forEach(console::say);
    write(console, report, inspection, files);
    return report.isUsable() ? 0 : 1;
  }

  /** With what the generator says of the sizes, where one is known. */
  private static DataReport sized(DataReport report, Optional<Experiment> experiment) {
    return experiment
        .flatMap(known -> GeneratorSizeProblem.of(known, report))
        .map(report::withProblem)
        .orElse(report);
  }

  private void write(
      Console console, DataReport report, DataInspection inspection, FileTree files) {
    if (json != null) {
      AtomicFiles.write(json, DataReportJson.of(report));
      console.say("Wrote " + json);
    }
    if (page != null) {
      AtomicFiles.write(page, DataPage.of(report, inspection.dataset(), files));
      console.say("Open " + page.toAbsolutePath().normalize());
    }
  }

  private static DataInspection inspection(Experiment experiment) {
    return new DataInspection(
        experiment.data(),
        "as experiment %s reads it".formatted(experiment.name()),
        Optional.of(experiment.augmentation()));
  }
}
