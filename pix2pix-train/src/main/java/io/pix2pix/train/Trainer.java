package io.pix2pix.train;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.translation.GeneratorSizes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Trains experiments: one experiment in, one run out. */
public final class Trainer {
  private final Batching batching;
  private final StoredExperiments stored;
  private final ExperimentComparison comparison;
  private final ExperimentWriter writer;
  private final Clock clock = Clock.systemUTC();

  @Inject
  Trainer(
      Batching batching,
      StoredExperiments stored,
      ExperimentComparison comparison,
      ExperimentWriter writer) {
    this.batching = batching;
    this.stored = stored;
    this.comparison = comparison;
    this.writer = writer;
  }

  /**
   * Trains until all steps are done or the listener wants to stop. Everything that can be checked
   * is checked before anything is written.
   *
   * @throws InvalidInputException if the order cannot be carried out, a loss is not finite, or the
   *     disk is full
   * @throws InterruptedException if the thread is interrupted while it waits for a batch
   */
  public RunFolder train(TrainingOrder order, TrainingListener listener)
      throws InterruptedException {
    var resumed =
        order.resume()
            ? Optional.of(ResumedRun.open(order, stored, comparison))
            : Optional.<ResumedRun>empty();
    var experiment = resumed.map(ResumedRun::experiment).orElse(order.experiment());
    var folder = order.data().or(() -> resumed.flatMap(ResumedRun::dataFolder));
    var pairs = experiment.data().open(folder, "train");
    resumed.ifPresent(run -> run.requireSameData(pairs));
    var shape = batching.shape(pairs, experiment.augmentation());
    try (var graph = graph(experiment, shape)) {
      long steps = Steps.of(pairs.size(), experiment.training());
      var run =
          resumed.isPresent()
              ? resumed.get().folder()
              : RunFolder.create(order.runs(), order.name());
      var provenance =
          resumed
              .map(r -> r.provenance(steps, clock.instant()))
              .orElseGet(
                  () ->
                      Provenance.begin(
                          data(folder, pairs, shape), experiment.seed(), steps, clock.instant()));
      AtomicFiles.write(run.experiment(), writer.write(experiment));
      var checkpoint = resumed.flatMap(ResumedRun::checkpoint);
      checkpoint.ifPresent(found -> found.restore(graph.variables(), graph.session()));
      long done = checkpoint.map(Checkpoint::step).orElse(0L);
      return train(
          new Prepared(experiment, folder, pairs, shape, run, provenance, done), graph, listener);
    }
  }

  private RunFolder train(Prepared prepared, TrainingGraph graph, TrainingListener listener)
      throws InterruptedException {
    var training = prepared.experiment().training();
    var shown = SampleBooth.choose(prepared.experiment(), prepared.data(), prepared.shape());
    var plan =
        new Batching.Plan(
            prepared.experiment().augmentation(),
            training.batchSize(),
            training.epochs(),
            prepared.experiment().seed(),
            prepared.done());
    var run = prepared.run();
    try (var batches = batching.open(prepared.pairs(), plan);
        var recorder =
            new RunRecorder(
                run, prepared.provenance(), graph.columns(), shown, prepared.done(), clock)) {
      var checkpoints = new Checkpoints(run.checkpoints(), training.keep());
      listener.started(
          run, prepared.done(), batches.steps(), graph.columns(), training.batchSize());
      var loop = new TrainingLoop(training, graph, batches, checkpoints, recorder, listener);
      listener.ended(run, loop.run(prepared.done()));
    }
    return run;
  }

  private static TrainingGraph graph(Experiment experiment, PairShape shape) {
    GeneratorSizes.check(
        experiment.generator(), shape.condition(), "training images, after augmentation");
    try {
      return new TrainingGraph(experiment, shape);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException(experiment.name() + ": " + e.getMessage(), e);
    }
  }

  private static Provenance.Data data(Optional<Path> folder, Pairs pairs, PairShape shape) {
    var absolute = folder.map(path -> path.toAbsolutePath().normalize().toString());
    return new Provenance.Data(absolute, pairs.checksum(), pairs.size(), shape);
  }

  private record Prepared(
      Experiment experiment,
      Optional<Path> data,
      Pairs pairs,
      PairShape shape,
      RunFolder run,
      Provenance provenance,
      long done) {}
}
