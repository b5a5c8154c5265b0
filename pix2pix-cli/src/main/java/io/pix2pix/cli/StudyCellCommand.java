package io.pix2pix.cli;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.Cell;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.CellWork;
import io.pix2pix.bench.study.StudyFolder;
import io.pix2pix.bench.study.StudyReader;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Does one cell of a study, for a study that runs in another process. It prints how far it is, and
 * stops with a checkpoint when its standard input ends.
 */
@Command(
    name = "study-cell",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Does one cell of a study: what `pix2pix study --jobs N` starts.%n")
final class StudyCellCommand implements Callable<Integer> {
  /** What it exits with when it was stopped before its end. */
  private static final int STOPPED = 3;

  private final StudyReader reader;
  private final CellWork work;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "of the study")
  private Path folder = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN", description = "name of the cell's run")
  private String run = "";

  @Mixin private DataOptions data = new DataOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  StudyCellCommand(StudyReader reader, CellWork work) {
    this.reader = reader;
    this.work = work;
  }

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    var study = new StudyFolder(folder);
    var plan = reader.read(study.plan(), false, List.of());
    var cell =
        plan.cells().stream()
            .filter(its -> its.run().equals(run))
            .findFirst()
            .orElseThrow(() -> new InvalidInputException(study.plan() + ": has no cell " + run));
    try (var interruption = Interruption.listen(console)) {
      var teller = new Teller(console, interruption);
      teller.watchInput();
      var outcome = work.run(study, plan, cell, data.source(study.cache()), teller);
      return outcome == CellListener.Outcome.DONE ? 0 : STOPPED;
    }
  }

  private static final class Teller implements CellListener {
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final Console console;
    private final Interruption interruption;
    private volatile boolean orphaned;
    private long told;

    Teller(Console console, Interruption interruption) {
      this.console = console;
      this.interruption = interruption;
    }

    void watchInput() {
      var watch = new Thread(this::awaitEndOfInput, "standard input");
      watch.setDaemon(true);
      watch.start();
    }

    private void awaitEndOfInput() {
      try {
        while (System.in.read() >= 0) {
          // What is written there means nothing.
        }
      } catch (IOException e) {
        console.complain("standard input was lost: " + e);
      }
      orphaned = true;
    }

    @Override
    public void started(Cell cell) {}

    @Override
    public void stepped(Cell cell, long step, long of) {
      if (step == of || System.nanoTime() - told > OFTEN.toNanos()) {
        told = System.nanoTime();
        console.say("step " + step + " of " + of);
      }
    }

    @Override
    public void ended(Cell cell, Outcome outcome, Optional<String> reason) {}

    @Override
    public boolean wantsStop() {
      return orphaned || interruption.wanted();
    }
  }
}
