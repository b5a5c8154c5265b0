package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers are processes of their own, started by the process of this test. */
class LostWorkersIT {
  private static final String[] CHANGES = {"training.checkpoints.every=2", "generator.dropout=0.5"};

  @TempDir static Path home;
  private static Path undisturbed;

  @TempDir Path folder;
  private WorkerRuns runs;

  @BeforeAll
  static void train() {
    var all = new WorkerRuns(new Pix2Pix(home));
    all.trained("run", 2, CHANGES);
    undisturbed = all.folder("run");
  }

  @BeforeEach
  void placeRuns() {
    runs = new WorkerRuns(new Pix2Pix(folder));
  }

  @AfterEach
  void nobodyIsLeft() {
    assertThat(workers()).isEmpty();
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  /** Each once: the chief, who may be writing a checkpoint, and the other. */
  @Test
  void whoeverIsKilledTheRunEndsAsIfNothingHadHappened() {
    var random = new SplittableRandom(1);
    var kills =
        disturb(
            List.of(2 + random.nextInt(5), 10 + random.nextInt(5)),
            kill -> killed(workers().get(kill % 2)));

    var answer = runs.train("run", 2, CHANGES);

    assertThat(kills).isCompleted();
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err())
        .contains(
            "all workers are started again from the newest checkpoint (1 of at most 3 times)",
            "all workers are started again from the newest checkpoint (2 of at most 3 times)");
    assertThat(runs.folder("run").resolve("losses.csv"))
        .hasSameBinaryContentAs(undisturbed.resolve("losses.csv"));
    assertThat(WorkerRuns.Trained.read(runs.folder("run")))
        .isEqualTo(WorkerRuns.Trained.read(undisturbed));
  }

  @Test
  void afterTooManyLossesTheCommandGivesUp() {
    var kills = disturb(List.of(3), kill -> killed(workers().get(1)));

    var command = runs.arguments("run", 2, CHANGES).toArray(String[]::new);
    var answer =
        runs.pix2pix()
            .run(ObjectArrays.concat(command, new String[] {"--max-restarts", "0"}, String.class));

    assertThat(kills).isCompleted();
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("worker 1 was lost (exit code 137)", "then go on with --resume");
  }

  @Test
  void aWorkerThatIsAskedToStopStopsAll() {
    var stop = disturb(List.of(4), kill -> workers().get(1).destroy());

    var answer = runs.train("run", 2, CHANGES);

    assertThat(stop).isCompleted();
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("of 20; go on with --resume.");

    var command = runs.arguments("run", 2, CHANGES).toArray(String[]::new);
    var resumed =
        runs.pix2pix().run(ObjectArrays.concat(command, new String[] {"--resume"}, String.class));

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(runs.folder("run").resolve("losses.csv"))
        .hasSameBinaryContentAs(undisturbed.resolve("losses.csv"));
  }

  /** A loss that is not finite is everybody's, and no reason to start again. */
  @Test
  void aLossThatIsNotFiniteEndsAllWithOneLine() {
    var answer = runs.train("run", 2, "training.optimizer={name: sgd, learningRate: 1.0e30}");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("; checkpoints are untouched: lower");
    assertThat(answer.err()).doesNotContain("started again");
  }

  private static void killed(ProcessHandle worker) {
    worker.destroyForcibly();
    worker.onExit().join();
  }

  /** Does something to workers when so many steps are done, one time after the other. */
  private CompletableFuture<Void> disturb(List<Integer> steps, Consumer<Integer> disturbance) {
    return CompletableFuture.runAsync(
        () -> {
          for (int time = 0; time < steps.size(); time++) {
            awaitSteps(steps.get(time));
            disturbance.accept(time);
          }
        });
  }

  private void awaitSteps(int steps) {
    WorkerRuns.awaitUntil(
        () ->
            WorkerRuns.lines(runs.folder("run").resolve("losses.csv")) > steps
                && workers().size() == 2);
  }
}
