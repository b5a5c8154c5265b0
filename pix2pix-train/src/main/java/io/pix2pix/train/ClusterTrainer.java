package io.pix2pix.train;

import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.workers.ClusterWorkers;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains one experiment as one of several workers, each in a process of its own. The chief writes
 * the run as {@link Trainer} does; the others take steps with it.
 */
public final class ClusterTrainer {
  private final Trainer chief;
  private final Batching batching;
  private final StoredExperiments stored;
  private final ExperimentWriter writer;

  @Inject
  ClusterTrainer(
      Trainer chief, Batching batching, StoredExperiments stored, ExperimentWriter writer) {
    this.chief = chief;
    this.batching = batching;
    this.stored = stored;
    this.writer = writer;
  }

  /**
   * Trains until all steps are done, or the listener of any worker wants to stop.
   *
   * @param request the same for all workers; only the chief has to reach the folder of the run
   * @return the folder of the run, which the chief has written
   * @throws io.pix2pix.api.error.InvalidInputException if the request cannot be carried out, or
   *     workers differ in what they would train
   * @throws io.pix2pix.train.workers.LostWorkerException if another worker is lost
   * @throws InterruptedException if the thread is interrupted while it waits for a batch
   */
  public RunFolder train(TrainingRequest request, ClusterWorkers cluster, TrainingListener listener)
      throws InterruptedException {
    var coordinator = new ClusterCoordinator(cluster);
    if (cluster.cluster().isChief()) {
      return chief.train(request, coordinator, listener);
    }
    follow(request, coordinator, listener);
    return RunFolder.of(request.runs(), request.name());
  }

  private void follow(TrainingRequest request, Coordinator coordinator, TrainingListener listener)
      throws InterruptedException {
    var experiment = request.experiment();
    var source = source(request);
    var data = source.open(experiment.data());
    data.checkedSplit(
        "train", RunFolder.of(request.runs(), request.name()).cache(), listener.work());
    var pairs = data.split("train");
    var shape = data.trainingShape(experiment.augmentation());
    Trainer.requireSize(experiment, shape);
    var used = Provenance.Data.of(source.folder(), data.checksum("train"), pairs.size(), shape);
    try (var session =
        TrainingSession.open(experiment, shape, GraphPlan.EMPTY, coordinator.workers())) {
      coordinator.meet(writer.write(experiment), used, session);
      coordinator.begin(session);
      var steps = new Steps(pairs.size(), experiment.training());
      var plan = Trainer.plan(experiment, shape, steps, session.steps(), coordinator.workers());
      try (var batches = batching.open(pairs, plan)) {
        takeSteps(steps.all(), session, batches::next, coordinator, listener);
      }
    }
  }

  /** A run that is resumed knows its data, where this worker can reach it. */
  private DataSource source(TrainingRequest request) {
    var run = RunFolder.of(request.runs(), request.name());
    if (!request.resume() || Files.notExists(run.path())) {
      return request.data();
    }
    return request.data().or(stored.provenance(run).data().folder().map(Path::of));
  }

  private static void takeSteps(
      long steps,
      TrainingSession session,
      TrainingSession.BatchSource<InterruptedException> batches,
      Coordinator coordinator,
      TrainingListener listener)
      throws InterruptedException {
    while (session.steps() < steps && !coordinator.stops(listener.wantsStop())) {
      float[] losses = session.step(batches);
      coordinator.requireFinite(session.steps(), session.columns(), losses);
      listener.stepped(session.steps(), losses);
    }
    coordinator.end();
  }
}
