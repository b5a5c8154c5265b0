package io.pix2pix.cli.speed;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.SpeedBenchmark;
import io.pix2pix.bench.speed.SpeedRequest;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.contender.JavaCommand;
import io.pix2pix.bench.speed.contender.Pytorch;
import io.pix2pix.bench.speed.report.History;
import io.pix2pix.bench.speed.report.ResultFiles;
import io.pix2pix.bench.speed.report.ResultWords;
import io.pix2pix.bench.speed.result.BenchmarkResult;
import io.pix2pix.bench.speed.result.BenchmarkResult.Circumstances;
import io.pix2pix.bench.speed.result.Comparison;
import io.pix2pix.bench.speed.result.ResultJson;
import io.pix2pix.bench.speed.roofline.Roofline;
import io.pix2pix.bench.speed.roofline.RooflineProcess;
import io.pix2pix.bench.speed.work.Effort;
import io.pix2pix.bench.speed.work.Works;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.run.Commit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast this product is on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures how long steps, translations, loading and the start take on this machine, and how"
            + " much memory training holds; beside PyTorch, if you like. Writes NAME.json, NAME.md and"
            + " NAME.html, a page to look at.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix bench --quick",
      "  pix2pix bench --against pytorch",
      "  pix2pix bench --works step-256-batch-1,loading --format json",
      "  pix2pix bench --compare bench/before.json bench/after.json",
      "",
      "Results want a quiet machine: close other programs. Where it is not quiet,",
      "no ratio is given. --against pytorch needs Python 3 with torch, numpy and",
      "pillow; without them it says how to install them.",
      "docs/benchmarks.md says what is measured, and how to read it.",
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int ROUNDS = 5;
  private static final int QUICK_ROUNDS = 2;
  private static final int SHORT_HASH = 7;
  private static final String MAIN = "io.pix2pix.cli.Main";

  @Option(
      names = "--works",
      paramLabel = "NAME",
      split = ",",
      description = "what is measured: ${COMPLETION-CANDIDATES}, or all (default: the first ten)",
      completionCandidates = WorkNames.class)
  private List<String> works = List.of();

  @Option(
      names = "--layers",
      description =
          "measures every layer of G and D alone, too, and what the machine can do at most; so does a"
              + " run of the usual works without --quick")
  private boolean layers;

  @Option(
      names = "--against",
      paramLabel = "pytorch",
      description = "an opponent, who does the same in turns with ours: pytorch")
  private @Nullable Opponent opponent;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often each takes its turn (default: 5; with --quick 2)")
  private @Nullable Integer rounds;

  @Option(
      names = "--quick",
      description = "short rounds, to see that everything works; results say so")
  private boolean quick;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description =
          "what is printed: a table, or JSON with a line for each work (default: ${DEFAULT-VALUE})")
  private BenchProgress.Format format = BenchProgress.Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bench",
      description = "the folder of all results (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the files (default: date and commit)")
  private @Nullable String name;

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      defaultValue = "python3",
      description = "runs the opponent (default: ${DEFAULT-VALUE})")
  private String python = "python3";

  @Option(
      names = "--compare",
      paramLabel = "A.json B.json",
      arity = "2",
      description = "measures nothing, but says which works changed from A to B beyond noise")
  private List<Path> compared = List.of();

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description =
          "measures nothing, but writes DIR/README.md: all results in DIR, a table for each machine")
  private @Nullable Path history;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    if (!compared.isEmpty()) {
      compare(console);
    } else if (history != null) {
      console.say("Wrote " + History.write(history));
    } else {
      measure(console);
    }
    return 0;
  }

  private void compare(Console console) {
    var before = ResultJson.read(compared.get(0));
    var after = ResultJson.read(compared.get(1));
    if (!before.circumstances().machine().equals(after.circumstances().machine())) {
      console.say("These were measured on different machines.");
    }
    for (var one : Comparison.of(before, after)) {
      console.say(
          "%-22s %-12s %-12s %-9s %s"
              .formatted(
                  one.work(), one.before(), one.after(), one.words(), one.verdict().words()));
    }
  }

  private void measure(Console console) throws InterruptedException {
    var chosen = Works.of(works);
    int turns = turns();
    var began = Instant.now();
    var files = files(began);
    files.check();
    var scratch = scratch();
    try {
      var found =
          opponent == null ? Optional.<Pytorch>empty() : Optional.of(Pytorch.find(python, scratch));
      var ours = new Contender("pix2pix", JavaCommand.of(MAIN, BenchProcessCommand.NAME));
      var request =
          new SpeedRequest(chosen, turns, quick ? Effort.QUICK : Effort.FULL, ours, found, scratch);
      var progress = format.progress(console, quick);
      found.ifPresent(one -> progress.say("Opponent: " + one.versions()));
      progress.begin();
      var results = SpeedBenchmark.run(request, progress);
      var here = Circumstances.here(began, quick, turns, found.map(Pytorch::versions));
      files.write(new BenchmarkResult(files.name(), here, results, roofline(progress)));
      progress.say("\n" + ResultWords.LEGEND);
      progress.say("Wrote " + files.json() + ". Open " + files.page().toAbsolutePath().normalize());
    } finally {
      remove(scratch);
    }
  }

  private Optional<Roofline> roofline(BenchProgress progress) throws InterruptedException {
    if (!layers && (quick || !works.isEmpty())) {
      return Optional.empty();
    }
    progress.say("Measuring every layer alone ...");
    var program = JavaCommand.of(MAIN, BenchProcessCommand.NAME, BenchProcessCommand.LAYERS);
    return Optional.of(RooflineProcess.run(program));
  }

  private int turns() {
    int turns = rounds != null ? rounds : quick ? QUICK_ROUNDS : ROUNDS;
    if (turns < 1) {
      throw new InvalidInputException("--rounds: must be at least 1, not " + turns);
    }
    return turns;
  }

  private ResultFiles files(Instant began) {
    if (name != null) {
      return new ResultFiles(out, name);
    }
    var commit =
        Commit.of(Path.of("")).map(one -> "-" + one.hash().substring(0, SHORT_HASH)).orElse("");
    return new ResultFiles(out, began.toString().replaceAll("T.*", "") + commit).free();
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("pix2pix-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path scratch) {
    try {
      MoreFiles.deleteRecursively(scratch, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who else does the same. */
  enum Opponent {
    PYTORCH
  }

  /** What --works takes, for the help. */
  static final class WorkNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Works.names().iterator();
    }
  }
}
