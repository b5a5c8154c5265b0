package io.pix2pix.cli.training;

import io.pix2pix.api.Experiment;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.DataOptions;
import io.pix2pix.cli.tracking.TrackOption;
import io.pix2pix.cli.tracking.Trackers;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.run.FolderLock;
import io.pix2pix.train.run.RunFolder;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Trains an experiment. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains the experiment of a file; the result is a folder under --runs.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix train experiments/facades.yaml --data facades",
      "  pix2pix train experiments/facades.yaml --data facades --name small \\",
      "      --set generator.filters=16 --set losses.l1.weight=10",
      "  pix2pix train experiments/facades.yaml --resume --set training.epochs=300",
      "  pix2pix train experiments/facades.yaml --data facades --workers 2 \\",
      "      --set training.batchSize=4",
      "",
      "Ctrl-C stops after the step, with a checkpoint; --resume goes on from there.",
      "pix2pix list shows everything that an experiment file can say.",
    })
public final class TrainCommand implements Callable<Integer> {
  private final ExperimentReader reader;
  private final WatchedTraining training;
  private final WorkerTraining worker;
  private final Trackers trackers;

  @Parameters(paramLabel = "EXPERIMENT.yaml", description = "what to train")
  private Path experiment = Path.of("");

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "the folder of all runs (default: ${DEFAULT-VALUE})")
  private Path runs = Path.of("runs");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "the run's folder (default: the experiment's name)")
  private @Nullable String name;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of the experiment; can be given several times")
  private List<String> changes = List.of();

  @Option(names = "--resume", description = "goes on with the run from its newest checkpoint")
  private boolean resume;

  @Option(
      names = "--break-lock",
      description =
          "with --resume: removes the lock that a training on another machine left when it was"
              + " stopped; only if it does not run any more")
  private boolean breakLock;

  @Option(
      names = "--data-changed",
      description =
          "with --resume: goes on although files of the data were repaired, replaced, removed or"
              + " added; run.json tells of it")
  private boolean dataChanged;

  @Option(
      names = "--initialize-from",
      paramLabel = "RUN|FILE",
      description =
          "starts from the weights of another run, of a checkpoint, or of a .pth file's generator")
  private @Nullable Path initializeFrom;

  @Mixin private WorkerOptions workers = new WorkerOptions();

  @Mixin private TrackOption track = new TrackOption();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  TrainCommand(
      ExperimentReader reader, WatchedTraining training, WorkerTraining worker, Trackers trackers) {
    this.reader = reader;
    this.training = training;
    this.worker = worker;
    this.trackers = trackers;
  }

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    var tracking = trackers.chosen(track);
    var read = reader.read(experiment, changes);
    var run = RunFolder.of(runs, name == null ? read.name() : name);
    if (breakLock && workers.hasRun()) {
      FolderLock.breakLock(run.path());
    }
    if (workers.isSupervisor()) {
      workers.check(read.training().batchSize());
      requireVacant(run);
      return workers.supervise(parsed(), console);
    }
    var order = order(read, run);
    if (workers.isWorker()) {
      return worker.run(order, workers.cluster(), workers.threads(), console, tracking);
    }
    training.run(order, console, tracking);
    return 0;
  }

  /** Workers that are started again go on with a run that is there: it must not be another one. */
  private void requireVacant(RunFolder run) {
    if (!resume && workers.hasRun()) {
      var vacant = RunFolder.vacant(runs, run.name());
      assert vacant.path().equals(run.path());
    }
  }

  /** The whole command line, from which those of workers are made. */
  private ParseResult parsed() {
    return Objects.requireNonNull(spec).root().commandLine().getParseResult();
  }

  private TrainingRequest order(Experiment read, RunFolder run) {
    boolean begun = workers.isRestarted() && Files.exists(run.path());
    return new TrainingRequest(
        read,
        data.source(run.cache()),
        runs,
        run.name(),
        resume || begun,
        dataChanged,
        Optional.ofNullable(begun ? null : initializeFrom));
  }
}
