package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import io.pix2pix.testing.FinishedProgram;
import io.pix2pix.train.workers.Cluster;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that somebody else starts, each with {@code TF_CONFIG} in its environment. */
class TfConfigIT {
  private static final String[] WHOLE = {
    "generator.normalization={name: batch, synchronized: true}",
    "discriminator.normalization={name: batch, synchronized: true}"
  };
  private static final int MINUTES = 600;

  @TempDir Path folder;
  private WorkerRuns runs;

  @BeforeEach
  void placeRuns() {
    runs = new WorkerRuns(new Pix2Pix(folder));
  }

  @Test
  void commandsOfOneClusterTrainTogetherAndTheChiefWrites() throws IOException {
    var ports = freePorts(2);
    var second = start(ports, 1, MINUTES, "elsewhere", WHOLE);
    var first = start(ports, 0, MINUTES, "run", WHOLE);

    first.join().outputOfSuccess();
    second.join().outputOfSuccess();
    assertThat(runs.folder("elsewhere")).doesNotExist();
    var together = WorkerRuns.Trained.read(runs.folder("run"));
    assertThat(together.differenceFrom(runs.trained("alone", 1, WHOLE))).isLessThan(1e-4);
  }

  @Test
  void aLostWorkerIsStartedAgainByItsOwnCommandAndTheOtherByItsOwn() throws IOException {
    var changes = new String[] {"training.epochs=60", "training.checkpoints.every=2"};
    var ports = freePorts(2);
    var second = start(ports, 1, MINUTES, "run", changes);
    var first = start(ports, 0, MINUTES, "run", changes);
    var losses = runs.folder("run").resolve("losses.csv");

    WorkerRuns.awaitUntil(() -> WorkerRuns.lines(losses) > 5);
    aWorker().destroyForcibly();

    for (var command : List.of(first, second)) {
      command.join().outputOfSuccess();
      assertThat(command.join().errors())
          .contains("all workers are started again from the newest checkpoint (1 of at most 3");
    }
    assertThat(losses).content().hasLineCount(121);
  }

  /** The commands are children of this process, and their workers are children of theirs. */
  private static ProcessHandle aWorker() {
    return ProcessHandle.current()
        .children()
        .flatMap(ProcessHandle::children)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void workersOfDifferentExperimentsRefuse() throws IOException {
    var ports = freePorts(2);
    var second = start(ports, 1, MINUTES, "run", "seed=7");
    var first = start(ports, 0, MINUTES, "run");

    for (var worker : List.of(first, second)) {
      var refused = worker.join();
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors())
          .contains(
              "worker 1 (127.0.0.1:" + ports.get(1) + ") has another experiment than worker 0");
    }
    assertThat(runs.folder("run")).doesNotExist();
  }

  @Test
  void aWorkerThatNeverComesIsNamed() throws IOException {
    var ports = freePorts(2);

    var refused = start(ports, 0, 3, "run").join();

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errors())
        .contains(
            "pix2pix: worker 1 (127.0.0.1:%d) did not come within 3 seconds (Connection refused)"
                .formatted(ports.get(1)));
    assertThat(runs.folder("run")).doesNotExist();
  }

  @Test
  void aPortInUseIsRefused() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var ports = ImmutableList.of(taken.getLocalPort(), 1);

      var refused = start(ports, 0, MINUTES, "run").join();

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors())
          .contains("pix2pix: TF_CONFIG: worker 0 ", "cannot listen on port " + ports.get(0));
    }
  }

  @Test
  void whatIsNoDescriptionOfAClusterIsRefused() {
    var refused = start("nonsense", MINUTES, "run").join();

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errors()).startsWith("pix2pix: TF_CONFIG: it is no JSON").hasLineCount(1);
  }

  private CompletableFuture<FinishedProgram> start(
      ImmutableList<Integer> ports, int worker, int joinSeconds, String name, String... changes) {
    return start(Cluster.local(ports, worker).json(), joinSeconds, name, changes);
  }

  private CompletableFuture<FinishedProgram> start(
      String config, int joinSeconds, String name, String... changes) {
    var command = new ArrayList<String>();
    command.addAll(List.of("env", "TF_CONFIG=" + config));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dpix2pix.calibrate=false", "-XX:TieredStopAtLevel=1"));
    command.add("-Dpix2pix.workers.joinSeconds=" + joinSeconds);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(runs.arguments(name, 1, changes));
    return CompletableFuture.supplyAsync(
        () -> run(command), task -> new Thread(task, "command").start());
  }

  private FinishedProgram run(List<String> command) {
    try {
      return FinishedProgram.run(folder, command);
    } catch (IOException e) {
      return fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail(e);
    }
  }

  private static ImmutableList<Integer> freePorts(int count) throws IOException {
    var ports = ImmutableList.<Integer>builder();
    for (int i = 0; i < count; i++) {
      try (var socket = new ServerSocket(0)) {
        ports.add(socket.getLocalPort());
      }
    }
    return ports.build();
  }
}
