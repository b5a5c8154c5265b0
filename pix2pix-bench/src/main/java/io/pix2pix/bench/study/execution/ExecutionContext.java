package io.pix2pix.bench.study.execution;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.train.run.AtomicFiles;
import java.nio.file.Path;

/** What an executor runs cell tasks with. */
public final class ExecutionContext {
  private final CellRunner runner;
  private final DataSource data;
  private final Program program;

  /**
   * @param runner runs a task in this process
   * @param data of all tasks, opened once
   * @param program runs a task in another process of this machine
   */
  public ExecutionContext(CellRunner runner, DataSource data, Program program) {
    this.runner = runner;
    this.data = data;
    this.program = program;
  }

  /**
   * Runs a task in this process; tasks share what was opened of the data. The listener is told of
   * start, steps and end.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void run(CellTask task, CellEvent.Listener listener) throws InterruptedException {
    runner.run(task, data, listener);
  }

  /**
   * The command that runs a task in a process of its own. It prints {@link CellEvent}s, and stops
   * with a checkpoint when its standard input ends. Writes the task into the folder of the study.
   */
  public ImmutableList<String> command(CellTask task) {
    var folder = task.study().resolve("tasks");
    AtomicFiles.createFolder(folder);
    var file = folder.resolve(task.cell() + ".json");
    AtomicFiles.write(file, task.json() + "\n");
    return program.command(ImmutableList.of(file.toString(), Program.STOP_AT_END_OF_INPUT));
  }

  /** Where the log of a task belongs. */
  public Path log(CellTask task) {
    return new StudyFolder(task.study()).logs().resolve(task.cell() + ".log");
  }
}
