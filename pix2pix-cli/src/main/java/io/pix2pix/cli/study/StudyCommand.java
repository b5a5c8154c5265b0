package io.pix2pix.cli.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.FailurePolicy;
import io.pix2pix.bench.study.Study;
import io.pix2pix.bench.study.StudyEstimate;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.StepCount;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.bench.tracking.Tracking;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.Interruption;
import io.pix2pix.cli.option.DataOptions;
import io.pix2pix.cli.tracking.TrackOption;
import io.pix2pix.cli.tracking.Trackers;
import io.pix2pix.library.CellProgram;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.FolderLock;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does a study. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description =
        "Trains and measures every cell of a study; the result is a folder of runs under --runs."
            + " Run again, it does only what is missing.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix study experiments/paper/table-1.yaml --scale small --dry-run",
      "  pix2pix study experiments/paper/table-1.yaml --scale small \\",
      "      --data facades --jobs 2",
      "",
      "Ctrl-C stops every cell after its step, with a checkpoint; the same command",
      "goes on from there.",
      "With pruning in the file, cells that do worse than others end early:",
      "docs/studies.md. --dry-run tells how much that saves.",
      "Equal --threads give equal results, however many jobs there are.",
      "Exit code 1: a cell failed; the others are done, or stopped with --fail-fast.",
    })
public final class StudyCommand implements Callable<Integer> {
  private final StudyReader reader;
  private final Study study;
  private final StudyEstimate estimate;
  private final PluginReader plugins;
  private final Trackers trackers;

  @Parameters(paramLabel = "STUDY.yaml", description = "what to do")
  private Path file = Path.of("");

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "the folder of all runs and studies (default: ${DEFAULT-VALUE})")
  private Path runs = Path.of("runs");

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "cells at once, each in a process of its own (default: ${DEFAULT-VALUE})")
  private int jobs = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "threads of each run (default: the cores, divided by the jobs)")
  private int threads;

  @Option(
      names = "--executor",
      paramLabel = "EXECUTOR",
      description =
          "where cells run, instead of --jobs and --threads: a name, or a block such as {name:"
              + " processes, jobs: 4}")
  private @Nullable String executor;

  @Option(
      names = "--scale",
      paramLabel = "full|small",
      defaultValue = "full",
      description = "the study as it stands, or its reduced scale (default: ${DEFAULT-VALUE})")
  private Scale scale = Scale.FULL;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of every cell's experiment; can be given several times")
  private List<String> changes = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N|LIST",
      description =
          "seeds instead of the study's: how many, counted from 1, or a list such as 1,2,7. Cells"
              + " that are done are taken over: with more seeds, only the new ones are done")
  private @Nullable String seeds;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "how often a cell is tried again, from its last checkpoint, that the machine lost: its"
              + " process was killed, memory or disk were full (default: ${DEFAULT-VALUE}). A cell"
              + " that fails by its experiment is not")
  private int retries = 2;

  @Option(
      names = "--fail-fast",
      description =
          "the first cell that fails for good ends the study; cells at work stop with a checkpoint")
  private boolean failFast;

  @Option(
      names = "--dry-run",
      description =
          "prints the cells, what each changes and how long it will train; needs no data and writes"
              + " nothing")
  private boolean dryRun;

  @Option(
      names = "--break-lock",
      description =
          "removes the locks that the study left on another machine when it was stopped; only if it"
              + " does not run any more")
  private boolean breakLock;

  @Option(
      names = "--again",
      description =
          "does cells anew that were done with another experiment or other data, which are refused"
              + " else, and those whose last checkpoint is missing or damaged")
  private boolean again;

  @Mixin private TrackOption track = new TrackOption();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  StudyCommand(
      StudyReader reader,
      Study study,
      StudyEstimate estimate,
      PluginReader plugins,
      Trackers trackers) {
    this.reader = reader;
    this.study = study;
    this.estimate = estimate;
    this.plugins = plugins;
    this.trackers = trackers;
  }

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    var plan = reader.read(file, scale == Scale.SMALL, changes());
    var onFailure = new FailurePolicy(retries, failFast);
    var chosen = executor();
    var tracking = trackers.chosen(track);
    var source = data.source(new StudyFolder(runs.resolve(plan.name())).cache());
    if (dryRun) {
      console.say("Measuring a step of every kind of cell ...");
      var estimates = estimate.of(plan, source, chosen);
      console.say(Arithmetic.current().sentence());
      new StudyTable(plan, chosen.jobs()).print(console, estimates);
      return 0;
    }
    if (breakLock) {
      var folder = new StudyFolder(runs.resolve(plan.name()));
      FolderLock.breakLock(folder.path());
      plan.cells().forEach(cell -> FolderLock.breakLock(folder.run(cell).path()));
    }
    var program = Program.current(CellProgram.class.getName());
    return run(
        console,
        new Study.Request(plan, source, runs, chosen, again, onFailure, program),
        tracking);
  }

  private ImmutableList<String> changes() {
    var all = ImmutableList.<String>builder().addAll(changes);
    Optional.ofNullable(seeds).ifPresent(said -> all.add("seeds=" + said));
    return all.build();
  }

  private int run(Console console, Study.Request order, Optional<Tracking> tracking)
      throws InterruptedException {
    console.say("Checking the data and the networks of every cell ...");
    StudyState state;
    try (var interruption = Interruption.listen(console)) {
      var progress = new StudyProgress(console, order, interruption);
      try (var told = new TrackedCells(progress, tracking, order.folder().path())) {
        state = study.run(order, told);
      }
    }
    return summary(console, state, order);
  }

  private static int summary(Console console, StudyState state, Study.Request order) {
    long done = count(state, CellState.State.DONE);
    long failed = count(state, CellState.State.FAILED);
    long pruned = count(state, CellState.State.PRUNED);
    console.say("%d of %d cells are done.".formatted(done, state.cells().size()));
    state.pruned().map(steps -> saved(pruned, steps)).ifPresent(console::say);
    for (var cell : state.cells()) {
      cell.reason().ifPresent(why -> console.say("Failed: " + cell.run() + ": " + why));
    }
    if (done + failed + pruned < state.cells().size()) {
      boolean byFailure = failed > 0 && order.onFailure().failFast();
      console.say(
          (byFailure ? "Stopped by the first failure" : "Stopped") + "; the same command goes on.");
    }
    console.say("Wrote " + order.folder().path());
    return failed > 0 ? 1 : 0;
  }

  private static String saved(long pruned, StepCount steps) {
    return String.format(
        Locale.ROOT,
        "%d %s pruned: %,d of the %,d steps of the full study were taken (%d %%).",
        pruned,
        pruned == 1 ? "was" : "were",
        steps.taken(),
        steps.of(),
        steps.percent());
  }

  private static long count(StudyState state, CellState.State what) {
    return state.cells().stream().filter(cell -> cell.state() == what).count();
  }

  private Executor executor() {
    if (jobs < 1 || threads < 0) {
      throw new InvalidInputException(
          "--jobs: must be at least 1, and --threads at least 0, not " + jobs + " and " + threads);
    }
    var usual =
        jobs == 1
            ? "{name: in-process, threads: " + threads + "}"
            : "{name: processes, jobs: " + jobs + ", threads: " + threads + "}";
    return plugins.read(Executor.class, executor == null ? usual : executor, "--executor");
  }

  /** How large a study is. */
  enum Scale {
    FULL,
    SMALL
  }
}
