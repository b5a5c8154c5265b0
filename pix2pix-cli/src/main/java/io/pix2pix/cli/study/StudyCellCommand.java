package io.pix2pix.cli.study;

import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.CellRunner;
import io.pix2pix.cli.console.Console;
import io.pix2pix.library.CellProgram;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one cell task, for an executor on this machine or on another one. */
@Command(
    name = "study-cell",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Runs one cell of a study, for an executor: docs/add-an-executor.md. Prints what happens as"
            + " JSON, a line each. Ctrl-C stops it after its step, with a checkpoint.%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the cell is done, or at the epochs that its task says",
      "1:it failed",
      "3:it stopped before its end"
    })
public final class StudyCellCommand implements Callable<Integer> {
  private final CellRunner runner;

  @Parameters(paramLabel = "TASK.json", description = "a cell task")
  private Path task = Path.of("");

  @Option(
      names = Program.STOP_AT_END_OF_INPUT,
      description = "stops with a checkpoint, too, when the standard input ends")
  private boolean stopAtEndOfInput;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  StudyCellCommand(CellRunner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws InterruptedException {
    return CellProgram.run(runner, task, stopAtEndOfInput, Console.of(spec)::say);
  }
}
