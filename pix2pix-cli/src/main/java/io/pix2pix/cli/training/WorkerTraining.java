package io.pix2pix.cli.training;

import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.bench.tracking.Tracking;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.Interruption;
import io.pix2pix.train.ClusterTrainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.supervision.ExitCode;
import io.pix2pix.train.workers.Cluster;
import io.pix2pix.train.workers.ClusterWorkers;
import io.pix2pix.train.workers.LostWorkerException;
import io.pix2pix.train.workers.Patience;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/** What the process of a worker does. */
public final class WorkerTraining {
  private final ClusterTrainer trainer;
  private final WatchedTraining watched;

  @Inject
  WorkerTraining(ClusterTrainer trainer, WatchedTraining watched) {
    this.trainer = trainer;
    this.watched = watched;
  }

  /**
   * Trains with the other workers.
   *
   * @param threads of a step, where others are on this machine; 0 for one on each core
   * @param tracking reports the run, if anything does; the chief's alone is used
   * @return the exit code
   */
  int run(
      TrainingRequest order,
      Cluster cluster,
      int threads,
      Console console,
      Optional<Tracking> tracking)
      throws InterruptedException {
    stopAtEndOfInput();
    Sessions.use(new SessionSettings(threads));
    try {
      var workers =
          ClusterWorkers.join(
              cluster, Patience.ofProcess(), problem -> leave(problem, threads > 0, console));
      if (cluster.isChief()) {
        watched.run(console, tracking, watcher -> trainer.train(order, workers, watcher));
      } else {
        follow(order, workers, console);
      }
      return ExitCode.DONE;
    } catch (LostWorkerException e) {
      console.complain(String.valueOf(e.getMessage()));
      return ExitCode.LOST;
    }
  }

  private void follow(TrainingRequest order, ClusterWorkers workers, Console console)
      throws InterruptedException {
    try (var interruption = Interruption.listen(console)) {
      trainer.train(
          order,
          workers,
          new TrainingListener() {
            @Override
            public boolean wantsStop() {
              return interruption.wanted();
            }
          });
    }
  }

  /** Where TensorFlow waits for a worker that is gone, nothing but this ends the process. */
  private static void leave(String problem, boolean isToldByOthers, Console console) {
    if (!isToldByOthers) {
      console.complain(problem);
    }
    Runtime.getRuntime().halt(ExitCode.LOST);
  }

  /** The supervisor holds the other end: where it is gone, nobody would start this again. */
  private static void stopAtEndOfInput() {
    var watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // What is written there means nothing.
                }
              } catch (IOException e) {
                // It is lost, as at its end.
              }
              System.exit(ExitCode.DONE);
            },
            "standard input");
    watch.setDaemon(true);
    watch.start();
  }
}
