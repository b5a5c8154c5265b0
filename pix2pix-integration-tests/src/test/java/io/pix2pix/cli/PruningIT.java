package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.FailurePolicy;
import io.pix2pix.bench.study.Study;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.execution.InProcess;
import io.pix2pix.bench.study.execution.Processes;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.Pruned;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.CellState.StepCount;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.library.CellProgram;
import io.pix2pix.train.run.ValidationLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Studies that prune: three configurations of two seeds, of 3 epochs of 4 steps. After the first
 * epoch, step 4, one of the three goes on.
 */
class PruningIT {
  private static final String FULL =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: {name: synthetic-facades, size: 32, train: 4, val: 2, test: 1}
        generator: {name: unet, levels: 2, filters: 4}
        losses: [l1]
        training:
          epochs: 3
          checkpoints: {every: 50}
          samples: {every: 100}
          validation: {every: 1, metrics: [l1, psnr]}
      axes:
        rate:
          low: {training: {optimizer: {learningRate: 0.00001}}}
          middle: {training: {optimizer: {learningRate: 0.0001}}}
          high: {training: {optimizer: {learningRate: 0.002}}}
      seeds: [1, 2]
      metrics: [l1]
      pictures: 1
      """;

  private static final String PRUNED = FULL + "pruning: {name: asha, metric: l1}\n";
  private static final List<String> NAMES = List.of("low", "middle", "high");

  @TempDir private static Path once;
  @TempDir private Path folder;

  private static StudyState pruned;

  @BeforeAll
  static void doTheStudyWithAndWithoutPruning() throws Exception {
    study(once.resolve("full"), FULL, new InProcess(1), CellListener.NONE);
    pruned = study(once.resolve("pruned"), PRUNED, new InProcess(1), CellListener.NONE);
  }

  @Test
  void theConfigurationOfTheLeastMeanOverSeedsGoesOnAndTheOthersEndAtTheRung() {
    var ranked = NAMES.stream().sorted(Comparator.comparing(PruningIT::mean)).toList();

    for (var cell : pruned.cells()) {
      int rank = 1 + ranked.indexOf(cell.name());
      assertThat(cell.state()).as(cell.run()).isEqualTo(rank == 1 ? State.DONE : State.PRUNED);
      assertThat(cell.steps()).isEqualTo(new StepCount(rank == 1 ? 12 : 4, 12));
      cell.pruned()
          .ifPresent(
              why -> {
                assertThat(List.of(why.epoch(), why.epochs(), why.rank(), why.among()))
                    .containsExactly(1, 3, rank, 3);
                assertThat(List.of(why.step(), why.of())).containsExactly(4L, 12L);
                assertThat(why.value()).isEqualTo(validated("full", cell.run()));
                assertThat(why.mean()).isEqualTo(mean(cell.name()));
              });
    }
    // 4 runs of 4 steps and 2 of 12, of 6 of 12.
    assertThat(pruned.pruned()).contains(new StepCount(40, 72));
    assertThat(StudyState.read(new StudyFolder(once.resolve("pruned/tiny")))).contains(pruned);
  }

  @Test
  void whoGoesOnHasTheLossesOfAStudyWithoutPruning() {
    for (var cell : pruned.cells()) {
      var own = once.resolve("pruned/tiny").resolve(cell.run());
      var other = once.resolve("full/tiny").resolve(cell.run());
      if (cell.state() == State.DONE) {
        assertThat(own.resolve("losses.csv")).hasSameTextualContentAs(other.resolve("losses.csv"));
        assertThat(own.resolve("metrics.csv")).exists();
      } else {
        assertThat(own.resolve("metrics.csv")).doesNotExist();
        assertThat(own.resolve("checkpoints/step-00000004.safetensors")).exists();
      }
    }
  }

  @Test
  void aStudyThatIsStoppedAndGoesOnPrunesTheSame() throws Exception {
    var stopped = study(folder, PRUNED, new InProcess(1), new StopAfter(2));
    assertThat(stopped.cells()).extracting(CellState::state).containsOnly(State.WAITING);

    var gone = study(folder, PRUNED, new InProcess(1), CellListener.NONE);

    assertThat(decisions(gone)).isEqualTo(decisions(pruned));
    var told = new StopAfter(99);
    assertThat(decisions(study(folder, PRUNED, new InProcess(1), told)))
        .isEqualTo(decisions(pruned));
    assertThat(told.ended).as("cells that a study begins again that is done").isZero();
  }

  @Test
  void jobsAtOnceInProcessesOfTheirOwnPruneTheSame() throws Exception {
    var state = study(folder, PRUNED, new Processes(2, 1), CellListener.NONE);

    assertThat(state.cells())
        .extracting(CellState::state)
        .isEqualTo(pruned.cells().stream().map(CellState::state).toList());
    assertThat(state.cells())
        .extracting(cell -> cell.pruned().map(Pruned::rank))
        .isEqualTo(pruned.cells().stream().map(cell -> cell.pruned().map(Pruned::rank)).toList());
  }

  @Test
  void aConfigurationOfWhichARunFailsDoesNotGoOn() throws Exception {
    var text =
        PRUNED
            .replace("learningRate: 0.002", "learningRate: 1e30")
            .replace("seeds: [1, 2]", "seeds: [1]");

    var state = study(folder, text, new InProcess(1), CellListener.NONE);

    assertThat(state.cells().get(2).state()).isEqualTo(State.FAILED);
    assertThat(state.cells()).filteredOn(cell -> cell.state() == State.DONE).hasSize(1);
    assertThat(state.cells()).filteredOn(cell -> cell.state() == State.PRUNED).hasSize(1);
  }

  @Test
  void reportsShowWhatWasPrunedAndTakeItIntoNoMean() throws IOException {
    copy(once.resolve("pruned"), folder.resolve("runs"));
    var tiny = folder.resolve("runs/tiny");

    assertThat(new Pix2Pix(folder).run("report", tiny.toString()).code()).isZero();

    var least = NAMES.stream().min(Comparator.comparing(PruningIT::mean)).orElseThrow();
    var last = NAMES.stream().max(Comparator.comparing(PruningIT::mean)).orElseThrow();
    var words = "pruned after epoch 1 of 3 (step 4 of 12): validation l1";
    var share = "The study took 40 steps of the 72 that it has without pruning (56 %)";
    assertThat(tiny.resolve("report/table.md"))
        .content()
        .contains("| " + last + " (pruned) | – |", last + ", seed 2: " + words, share)
        .doesNotContain(least + " (pruned)");
    assertThat(tiny.resolve("report/table.csv"))
        .content()
        .containsPattern("," + last + ",1,validation\\.l1,.*,lower,0\\.\\d+,,,,,,,\"?" + "pruned")
        .doesNotContain(last + ",all,l1", last + ",1,l1")
        .contains(least + ",all,l1", least + ",2,l1");
    assertThat(tiny.resolve("report/index.html")).content().contains("pruned", words, share);
  }

  @Test
  void theCommandTellsWhatIsPrunedAndWhatThatSaves() {
    var dry = command(PRUNED, "--dry-run");
    // Three train 1 epoch, one goes on to 3: 5 epochs of 9.
    assertThat(dry.out())
        .contains("Pruned by validation l1 after epoch 1 of 3: about 56 % of the steps");

    var answer = command(PRUNED, "--seeds", "1");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("3 of 3 cells to go", "Waits to be compared: low-seed-1")
        .containsPattern("Pruned: .*: pruned after epoch 1 of 3 .*, rank 3 of 3")
        .contains("1 of 3 cells are done.")
        .contains("2 were pruned: 20 of the 36 steps of the full study were taken (56 %).")
        .doesNotContain("Stopped");
  }

  @Test
  void cellsThatCannotBeComparedAreRefusedBeforeAnyWork() {
    refused(
        "validation: {every: 1, metrics: [l1, psnr]}",
        "average: 0",
        "pruning: wants l1 of validation, and cell low measures nothing while it trains");
    refused(
        "metric: l1",
        "metric: ssim",
        "pruning: wants ssim of validation, and cell low measures l1, psnr");
    refused(
        "metric: l1",
        "metric: l1.no",
        "pruning: \"l1.no\" is no value of validation by which cell low can be compared",
        "name one of: l1, psnr");
    refused(
        "metric: l1",
        "minimum: 3",
        "pruning: compares no cells before the end of the training, which has 3 epochs");
    refused("metric: l1", "factor: 1", "pruning: factor: must be", "2");
    refused("metric: l1", "minimum: 0", "pruning: minimum: must be", "1");
    refused("name: asha", "name: asa", "pruning: name: unknown pruning \"asa\"", "\"asha\"");
    refused(
        "every: 1,",
        "every: 2,",
        "pruning: compares cells after epoch 1, and cell low" + " measures every 2 epochs");
    refused(
        "learningRate: 0.0001}}",
        "learningRate: 0.0001}, epochs: 6}",
        "pruning: cell low trains 3 epochs, and cell middle 6");
  }

  private void refused(String right, String wrong, String... words) {
    assertThat(PRUNED).contains(right);
    command(PRUNED.replace(right, wrong)).refuses(1, words);
    assertThat(folder.resolve("runs/tiny")).doesNotExist();
  }

  private Pix2Pix.Answer command(String text, String... more) {
    try {
      var file = Files.writeString(folder.resolve("study.yaml"), text).toString();
      var runs = folder.resolve("runs").toString();
      return new Pix2Pix(folder)
          .run(
              Stream.concat(Stream.of("study", file, "--runs", runs), Stream.of(more))
                  .toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StudyState study(Path runs, String text, Executor executor, CellListener listener)
      throws Exception {
    Files.createDirectories(runs);
    var injector = Main.injector(PruningIT.class.getClassLoader());
    var file = Files.writeString(runs.resolve("study.yaml"), text);
    var plan = injector.getInstance(StudyReader.class).read(file, false, List.of());
    var program = Program.current(CellProgram.class.getName());
    var data = DataSource.of(Optional.empty());
    var request =
        new Study.Request(plan, data, runs, executor, false, FailurePolicy.STANDARD, program);
    return injector.getInstance(Study.class).run(request, listener);
  }

  private static List<Optional<Pruned>> decisions(StudyState state) {
    return state.cells().stream().map(CellState::pruned).toList();
  }

  private static double mean(String name) {
    return (validated("full", "cells/" + name + "-seed-1")
            + validated("full", "cells/" + name + "-seed-2"))
        / 2;
  }

  private static double validated(String runs, String run) {
    var file = once.resolve(runs).resolve("tiny").resolve(run).resolve("validation.csv");
    return ValidationLog.value(file, "l1", 4);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  /** Wants to stop when so many cells have ended. */
  private static final class StopAfter implements CellListener {
    private final int most;
    private volatile int ended;

    StopAfter(int most) {
      this.most = most;
    }

    @Override
    public void onStart(Cell cell) {}

    @Override
    public void onStep(Cell cell, long step, long of) {}

    @Override
    public synchronized void onEnd(Cell cell, Outcome outcome, Optional<String> reason) {
      ended++;
    }

    @Override
    public boolean wantsStop() {
      return ended >= most;
    }
  }
}
