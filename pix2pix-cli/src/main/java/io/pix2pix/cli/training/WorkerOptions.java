package io.pix2pix.cli.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.supervision.Supervisor;
import io.pix2pix.train.workers.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** How many processes train together, and which of them this one is. */
final class WorkerOptions {
  /** The program, which knows this package: its name stands here as text. */
  private static final String MAIN = "io.pix2pix.cli.Main";

  private static final String AS_WORKER = "--as-worker";
  private static final String RESTARTED = "--restarted";
  private static final String THREADS = "--worker-threads";

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "trains with N processes of this machine, each on an equal share of every batch (default:"
              + " ${DEFAULT-VALUE}); with TF_CONFIG in the environment, this process is one of the"
              + " workers that it names, on any machines")
  private int workers = 1;

  @Option(
      names = "--max-restarts",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "where a worker is lost, all are started again from the newest checkpoint, N times at"
              + " most (default: ${DEFAULT-VALUE})")
  private int restarts = 3;

  @Option(names = AS_WORKER, hidden = true, description = "is a worker itself, and starts none")
  private boolean asWorker;

  @Option(names = RESTARTED, hidden = true, description = "goes on, if there is a run already")
  private boolean restarted;

  @Option(names = THREADS, hidden = true, defaultValue = "0", description = "threads of a step")
  private int threads;

  /** Whether this process is one worker, started by a supervisor. */
  boolean isWorker() {
    return asWorker;
  }

  /** Whether an earlier process of this worker may have begun the run. */
  boolean isRestarted() {
    return restarted;
  }

  /** Threads of a step; 0 for one on each core. */
  int threads() {
    return threads;
  }

  /**
   * The workers that the environment names.
   *
   * @throws InvalidInputException if it names none
   */
  Cluster cluster() {
    return environment()
        .map(Cluster::parse)
        .orElseThrow(() -> new InvalidInputException(Cluster.VARIABLE + ": is not set"));
  }

  private static Optional<String> environment() {
    return Optional.ofNullable(System.getenv(Cluster.VARIABLE)).filter(text -> !text.isBlank());
  }

  /**
   * Whether this process starts workers and watches over them.
   *
   * @throws InvalidInputException if the options contradict each other or the environment
   */
  boolean isSupervisor() {
    if (asWorker) {
      return false;
    } else if (workers < 1 || restarts < 0) {
      throw new InvalidInputException(
          workers < 1
              ? "--workers: must be at least 1, not " + workers
              : "--max-restarts: must be at least 0, not " + restarts);
    } else if (environment().isPresent() && workers > 1) {
      throw new InvalidInputException(
          "--workers: TF_CONFIG names the workers already; leave it out, or unset TF_CONFIG");
    }
    return workers > 1 || (environment().isPresent() && cluster().size() > 1);
  }

  /** Whether the run is written by this process, or by a worker that it starts. */
  boolean hasRun() {
    return !asWorker && (environment().isEmpty() || cluster().isChief());
  }

  /**
   * Refuses batches that cannot be divided among the workers.
   *
   * @throws InvalidInputException if they cannot
   */
  void check(int batchSize) {
    int count = environment().map(text -> cluster().size()).orElse(workers);
    if (batchSize % count != 0) {
      throw new InvalidInputException(
          "training.batchSize: %d images cannot be divided among %d workers; give a multiple, or other --workers"
              .formatted(batchSize, count));
    }
  }

  /**
   * Starts the workers and watches over them.
   *
   * @param parsed the whole command line
   * @return the exit code
   */
  int supervise(ParseResult parsed, Console console) throws InterruptedException {
    var own = environment().map(Cluster::parse);
    var given = own.map(ImmutableList::of);
    int share = Math.max(1, Runtime.getRuntime().availableProcessors() / workers);
    var command =
        ImmutableList.<String>builder()
            .addAll(Program.current(MAIN).start())
            .addAll(parsed.originalArgs())
            .add(AS_WORKER, THREADS, Integer.toString(own.isPresent() ? 0 : share))
            .build();
    return new Supervisor(
            starts -> starts == 0 ? command : with(command, RESTARTED),
            () -> given.orElseGet(this::local),
            restarts,
            console.out(),
            console.err())
        .run();
  }

  private ImmutableList<Cluster> local() {
    var ports = FreePorts.of(workers);
    return IntStream.range(0, workers)
        .mapToObj(index -> Cluster.local(ports, index))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<String> with(List<String> command, String more) {
    return ImmutableList.<String>builder().addAll(command).add(more).build();
  }
}
