package io.pix2pix.cli;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.bench.evaluation.RunEvaluation;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.evaluation.TranslatedPairs;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.cli.training.WatchedTraining;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job from end to end, on data that it draws itself. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Draws pairs of label maps and house fronts, trains on them for two to four minutes,"
            + " translates fronts that it has never seen, and ends with a page to look at.%n")
final class DemoCommand implements Callable<Integer> {
  private final ExperimentReader reader;
  private final WatchedTraining training;
  private final Runs opener;
  private final RunEvaluation evaluation;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "the folder of all runs (default: ${DEFAULT-VALUE})")
  private Path runs = Path.of("runs");

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of experiments/demo.yaml; can be given several times")
  private List<String> changes = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  DemoCommand(
      ExperimentReader reader, WatchedTraining training, Runs opener, RunEvaluation evaluation) {
    this.reader = reader;
    this.training = training;
    this.opener = opener;
    this.evaluation = evaluation;
  }

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    var home = Path.of(System.getProperty("pix2pix.home", ""));
    var experiment = reader.read(home.resolve("experiments/demo.yaml"), changes);
    var source = DataSource.none();
    var order = new TrainingRequest(experiment, source, runs, free(experiment.name()), false);
    var trained = opener.open(training.run(order, console).path());
    var data = source.open(experiment.data());
    var page = new TranslatedPairs(trained, data, evaluation).write(console);
    console.say("\nOpen " + page.toAbsolutePath().normalize());
    return 0;
  }

  /** The experiment's name, numbered if there is such a run already. */
  private String free(String name) {
    var candidate = name;
    for (int number = 2; Files.exists(runs.resolve(candidate)); number++) {
      candidate = name + "-" + number;
    }
    return candidate;
  }
}
