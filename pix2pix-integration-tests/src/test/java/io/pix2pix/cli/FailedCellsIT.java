package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.FailurePolicy;
import io.pix2pix.bench.study.Study;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellProcess;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.CellTask;
import io.pix2pix.bench.study.execution.ExecutionContext;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.Retry;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.FaultyFileSystemProvider;
import io.pix2pix.campaign.disk.FullDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study does when the machine loses a cell, and when a cell fails by its experiment. */
class FailedCellsIT {
  private static final String STUDY =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: {name: synthetic-facades, size: 32, train: 4, val: 1, test: 1}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 2, checkpoints: {every: 3}, samples: {every: 100}}
      axes: {objective: {L1: {losses: [l1]}, broken: {}, L2: {losses: [l2]}}}
      seeds: [1]
      metrics: [l1]
      pictures: 1
      """;

  private static final String BROKEN =
      STUDY.replace("broken: {}", "broken: {training: {optimizer: {learningRate: 1e30}}}");

  @TempDir private Path folder;
  private final Told told = new Told();

  @Test
  void aCellWhoseProcessIsKilledIsResumedFromItsLastCheckpointWhenTheOthersHaveRun()
      throws Exception {
    var state = study(STUDY, new Killing("broken-seed-1", 1), new FailurePolicy(2, false));

    assertThat(state.cells()).extracting(CellState::state).containsOnly(State.DONE);
    assertThat(told.lines)
        .containsExactly(
            "start l1-seed-1",
            "DONE l1-seed-1",
            "start broken-seed-1",
            "retry 1 of 2 broken-seed-1: its process was ended by signal 9 (exit code 137)",
            "start l2-seed-1",
            "DONE l2-seed-1",
            "start broken-seed-1",
            "from step 3 broken-seed-1",
            "DONE broken-seed-1");
    assertThat(state.cells().get(1).retries())
        .extracting(Retry::reason)
        .containsExactly("its process was ended by signal 9 (exit code 137)");
    assertThat(StudyState.read(new StudyFolder(folder.resolve("runs/tiny")))).contains(state);
  }

  @Test
  void aCellThatIsLostAgainAndAgainFailsAfterItsLastRetry() throws Exception {
    var state = study(STUDY, new Killing("broken-seed-1", 9), new FailurePolicy(2, false));

    assertThat(state.cells())
        .extracting(CellState::state)
        .containsExactly(State.DONE, State.FAILED, State.DONE);
    assertThat(state.cells().get(1).retries()).hasSize(2);
    assertThat(told.lines).filteredOn(line -> line.startsWith("retry")).hasSize(2);

    // The next time it has its retries again, and what was noted stays.
    var again = study(STUDY, new Killing("broken-seed-1", 1), new FailurePolicy(1, false));
    assertThat(again.cells()).extracting(CellState::state).containsOnly(State.DONE);
    assertThat(again.cells().get(1).retries()).hasSize(3);
  }

  @Test
  void aCellThatFailsByItsExperimentIsNotTriedAgain() throws Exception {
    var state = study(BROKEN, new InTurn(), FailurePolicy.STANDARD);

    assertThat(state.cells())
        .extracting(CellState::state)
        .containsExactly(State.DONE, State.FAILED, State.DONE);
    assertThat(state.cells().get(1).reason().orElse("")).contains("checkpoints are untouched");
    assertThat(told.lines).noneMatch(line -> line.startsWith("retry"));
  }

  @Test
  void aDiskThatWasFullIsTriedAgain() throws Exception {
    var provider = new FaultyFileSystemProvider(FileSystems.getDefault().provider());
    var runs = provider.getPath(folder.toUri()).resolve("runs");

    var state = study(STUDY, new OnFullDisk("l1-seed-1", runs), FailurePolicy.STANDARD, runs);

    assertThat(state.cells()).extracting(CellState::state).containsOnly(State.DONE);
    assertThat(state.cells().get(0).retries())
        .singleElement()
        .satisfies(retry -> assertThat(retry.reason()).contains("No space left on device"));
  }

  @Test
  void withFailFastTheFirstFailureEndsTheStudyAndTheSameCommandGoesOn() throws Exception {
    var policy = new FailurePolicy(2, true);

    var state = study(BROKEN, new InTurn(), policy);

    assertThat(state.cells())
        .extracting(CellState::state)
        .containsExactly(State.DONE, State.FAILED, State.WAITING);
    assertThat(study(BROKEN, new InTurn(), FailurePolicy.STANDARD).cells())
        .extracting(CellState::state)
        .containsExactly(State.DONE, State.FAILED, State.DONE);
  }

  @Test
  void withFailFastCellsAtWorkStopAtACheckpoint() throws Exception {
    var state = study(BROKEN, new Entwined(), new FailurePolicy(0, true));

    assertThat(state.cells())
        .extracting(CellState::state)
        .containsExactly(State.WAITING, State.FAILED, State.WAITING);
    assertThat(folder.resolve("runs/tiny/cells/l1-seed-1/checkpoints/step-00000002.safetensors"))
        .exists();
  }

  @Test
  void theCommandTellsOfTheEndByFailure() throws IOException {
    var pix2pix = new Pix2Pix(folder);
    var file = Files.writeString(folder.resolve("study.yaml"), BROKEN).toString();

    var answer = pix2pix.run("study", file, "--runs", pix2pix.runs().toString(), "--fail-fast");

    assertThat(answer.code()).isOne();
    assertThat(answer.out())
        .contains(
            "1 of 3 cells are done.", "Stopped by the first failure; the same command goes on");
    pix2pix.run("study", file, "--retries", "-1").refuses(1, "--retries -1: must be 0, for none");
  }

  @Test
  void aNegativeNumberOfRetriesIsRefused() {
    assertThatThrownBy(() -> new FailurePolicy(-1, false))
        .isInstanceOf(InvalidInputException.class);
  }

  private StudyState study(String text, Executor executor, FailurePolicy policy) throws Exception {
    return study(text, executor, policy, folder.resolve("runs"));
  }

  private StudyState study(String text, Executor executor, FailurePolicy policy, Path runs)
      throws Exception {
    var injector = Main.injector(getClass().getClassLoader());
    var file = Files.writeString(folder.resolve("study.yaml"), text);
    var plan = injector.getInstance(StudyReader.class).read(file, false, List.of());
    var data = DataSource.of(Optional.empty());
    var request =
        new Study.Request(plan, data, runs, executor, false, policy, Program.current("no program"));
    return injector.getInstance(Study.class).run(request, told);
  }

  /** One cell after the other. */
  private static class InTurn implements Executor {
    @Override
    public void run(
        ImmutableList<CellTask> tasks, ExecutionContext context, CellEvent.Listener listener)
        throws InterruptedException {
      for (var task : tasks) {
        if (!listener.wantsStop()) {
          one(task, context, listener);
        }
      }
    }

    void one(CellTask task, ExecutionContext context, CellEvent.Listener listener)
        throws InterruptedException {
      context.run(task, listener);
    }

    @Override
    public int threads(int cores) {
      return 1;
    }

    @Override
    public int jobs() {
      return 1;
    }
  }

  /** Trains a cell for four steps and loses it, as a process that is killed is. */
  private static final class Killing extends InTurn {
    private final String cell;
    private int times;

    Killing(String cell, int times) {
      this.cell = cell;
      this.times = times;
    }

    @Override
    void one(CellTask task, ExecutionContext context, CellEvent.Listener listener)
        throws InterruptedException {
      if (!task.cell().equals(cell) || times == 0) {
        super.one(task, context, listener);
        return;
      }
      times--;
      context.run(task, new Until(4));
      removeTheCheckpointOfItsEnd(task);
      new CellProcess(List.of("sh", "-c", "kill -9 $$"), context.log(task)).run(task, listener);
    }

    /** Who is killed writes none. */
    private static void removeTheCheckpointOfItsEnd(CellTask task) {
      try {
        var run = task.study().resolve("cells").resolve(task.cell());
        Files.deleteIfExists(run.resolve("checkpoints/step-00000004.safetensors"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Has no space for the first attempt of a cell: the first files of a run fit, a checkpoint does
   * not.
   */
  private static final class OnFullDisk extends InTurn {
    private final String cell;
    private final Path disk;
    private boolean isFull = true;

    OnFullDisk(String cell, Path disk) {
      this.cell = cell;
      this.disk = disk;
    }

    @Override
    void one(CellTask task, ExecutionContext context, CellEvent.Listener listener)
        throws InterruptedException {
      if (!task.cell().equals(cell) || !isFull) {
        super.one(task, context, listener);
        return;
      }
      isFull = false;
      Disk.arm(disk.resolve("tiny/cells"), new FullDisk(10_000));
      try {
        super.one(task, context, listener);
      } finally {
        Disk.disarm();
      }
    }
  }

  /** Lets the second cell fail while the first is after its second step. */
  private static final class Entwined extends InTurn {
    @Override
    public void run(
        ImmutableList<CellTask> tasks, ExecutionContext context, CellEvent.Listener listener)
        throws InterruptedException {
      context.run(
          tasks.get(0),
          new CellEvent.Listener() {
            private boolean hasFailed;

            @Override
            public void onEvent(CellEvent event) {
              if (event.step() == 2 && !hasFailed) {
                hasFailed = true;
                listener.onEvent(CellEvent.started(tasks.get(1).cell()));
                listener.onEvent(CellEvent.failed(tasks.get(1).cell(), "by itself"));
              }
              listener.onEvent(event);
            }

            @Override
            public boolean wantsStop() {
              return listener.wantsStop();
            }
          });
    }
  }

  /** Stops after a step. */
  private static final class Until implements CellEvent.Listener {
    private final long last;
    private volatile long step;

    Until(long last) {
      this.last = last;
    }

    @Override
    public void onEvent(CellEvent event) {
      step = Math.max(step, event.step());
    }

    @Override
    public boolean wantsStop() {
      return step >= last;
    }
  }

  /** Keeps what the study told. */
  private static final class Told implements CellListener {
    private final List<String> lines = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();

    @Override
    public void onStart(Cell cell) {
      lines.add("start " + cell.run());
      begun.add(cell.run());
    }

    @Override
    public void onStep(Cell cell, long step, long of) {
      if (begun.remove(cell.run()) && step > 0) {
        lines.add("from step " + step + " " + cell.run());
      }
    }

    @Override
    public void onRetry(Cell cell, int retry, int of, String reason) {
      lines.add("retry %d of %d %s: %s".formatted(retry, of, cell.run(), reason));
    }

    @Override
    public void onEnd(Cell cell, Outcome outcome, Optional<String> reason) {
      lines.add(outcome + " " + cell.run());
    }

    @Override
    public boolean wantsStop() {
      return false;
    }
  }
}
