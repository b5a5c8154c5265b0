package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.BatchShare;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Workers;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.Allocator;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.FolderLock;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.StoredPlan;
import io.pix2pix.train.translation.GeneratorSizes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains experiments: one experiment in, one run out. */
public final class Trainer {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

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
   * @throws InvalidInputException if the request cannot be carried out, another process works on
   *     the run, a loss is not finite, the disk is full, or the folder of the run is gone
   * @throws InterruptedException if the thread is interrupted while it waits for a batch
   */
  public RunFolder train(TrainingRequest request, TrainingListener listener)
      throws InterruptedException {
    return train(request, Coordinator.SINGLE, listener);
  }

  /**
   * As {@link #train(TrainingRequest, TrainingListener)}, with others, of whom this is the chief.
   *
   * @param coordinator agrees with them
   */
  RunFolder train(TrainingRequest request, Coordinator coordinator, TrainingListener listener)
      throws InterruptedException {
    if (request.resume() && request.initializeFrom().isPresent()) {
      throw new InvalidInputException(
          "--initialize-from: is for new runs, and a resumed run has its weights; leave one of both"
              + " out");
    }
    if (request.dataChanged() && !request.resume()) {
      throw new InvalidInputException(
          "--data-changed: is for runs that go on with other data; add --resume, or leave it out");
    }
    var ended =
        request.resume()
            ? resumed(request, coordinator, listener)
            : fresh(request, coordinator, listener);
    return ended.told(listener);
  }

  private EndedTraining fresh(
      TrainingRequest request, Coordinator coordinator, TrainingListener listener)
      throws InterruptedException {
    RunFolder.vacant(request.runs(), request.name());
    return train(request, Optional.empty(), coordinator, listener);
  }

  private EndedTraining resumed(
      TrainingRequest request, Coordinator coordinator, TrainingListener listener)
      throws InterruptedException {
    return FolderLock.during(
        ResumedRun.folder(request).path(),
        () -> {
          var resumed = ResumedRun.open(request, stored, comparison);
          return train(request, Optional.of(resumed), coordinator, listener);
        });
  }

  /**
   * Finds out what {@link #train} would refuse of data and measurements, without building networks.
   *
   * @param source where the data is
   * @param run where it would be trained; it may be missing
   * @throws InvalidInputException if the data cannot be trained or measured on
   */
  public void check(Experiment experiment, DataSource source, RunFolder run) {
    var data = source.open(experiment.data());
    requireSize(experiment, data.trainingShape(experiment.augmentation()));
    Validator.check(experiment, data, run.cache());
  }

  private EndedTraining train(
      TrainingRequest request,
      Optional<ResumedRun> resumed,
      Coordinator coordinator,
      TrainingListener listener)
      throws InterruptedException {
    var experiment = resumed.map(ResumedRun::experiment).orElse(request.experiment());
    var source = request.data().or(resumed.flatMap(ResumedRun::dataFolder));
    var data = source.open(resumed.map(ResumedRun::data).orElse(experiment.data()));
    var cache = RunFolder.of(request.runs(), request.name()).cache();
    var pairs = checkedPairs(data, cache, listener);
    var shape = data.trainingShape(experiment.augmentation());
    var used =
        Provenance.Data.of(source.folder(), data.checksum("train"), pairs.size(), shape)
            .without(data.skipped("train"));
    var changed = resumed.flatMap(run -> run.change(data, used, request.dataChanged()));
    requireSize(experiment, shape);
    LOG.info("{}", Arithmetic.current().sentence());
    Allocator.advice().ifPresent(LOG::info);
    var plan = resumed.map(run -> StoredPlan.read(run.folder())).orElse(GraphPlan.EMPTY);
    try (var session = TrainingSession.open(experiment, shape, plan, coordinator.workers());
        var validator =
            new OptionalValidator(Validator.open(experiment, data, cache, listener.work()))) {
      listener.built(session.memory());
      coordinator.meet(writer.write(experiment), used, session);
      var shown = SamplePairs.choose(data, shape, experiment.generator().sizeMultiple());
      var restored = resumed.map(before -> before.restored(session));
      var begun = restored.map(before -> goOn(before, experiment, used, changed, session));
      var run = begun.orElseGet(() -> begin(request, used, data, session));
      var prepared =
          new Prepared(
              experiment, pairs, shown, data.codec(), run, validator.validator(), coordinator);
      return resumed.isPresent()
          ? train(prepared, session, listener)
          : FolderLock.during(run.folder().path(), () -> train(prepared, session, listener));
    }
  }

  /**
   * All files that the training reads are decoded once, so that none ends it in its middle. Damage
   * in both splits is told at once.
   */
  private static Pairs checkedPairs(OpenedDataset data, Path cache, TrainingListener listener) {
    var problems = new LinkedHashMap<String, InvalidInputException>();
    for (var split : List.of(SamplePairs.split(data), "train")) {
      try {
        data.checkedSplit(split, cache, listener.work());
      } catch (InvalidInputException e) {
        problems.put(String.valueOf(e.getMessage()), e);
      }
    }
    if (problems.size() > 1) {
      throw new InvalidInputException(String.join(" | ", problems.keySet()));
    }
    for (var only : problems.values()) {
      throw only;
    }
    return data.split("train");
  }

  private OpenRun goOn(
      ResumedRun run,
      Experiment experiment,
      Provenance.Data data,
      Optional<Provenance.Data> changed,
      TrainingSession session) {
    long steps = new Steps(data.pairs(), experiment.training()).all();
    StoredPlan.write(run.folder(), session.plan());
    var text = writer.write(experiment);
    return new OpenRun(
        run.folder(), run.provenance(changed, text, steps, clock.instant(), session.plan()));
  }

  private OpenRun begin(
      TrainingRequest request,
      Provenance.Data data,
      OpenedDataset opened,
      TrainingSession session) {
    long steps = new Steps(data.pairs(), request.experiment().training()).all();
    var now = clock.instant();
    var start =
        request.initializeFrom().map(from -> session.initialize(from)).orElseGet(ImmutableList::of);
    var arithmetic = Arithmetic.current().planned(session.plan());
    var text = writer.write(request.experiment());
    var provenance =
        Provenance.begin(data, request.experiment().seed(), steps, now)
            .with(arithmetic)
            .with(start)
            .withExperiment(text);
    var folder =
        RunFolder.create(
            request.runs(),
            request.name(),
            run -> {
              AtomicFiles.write(run.experiment(), text);
              provenance.write(run);
              StoredPlan.write(run, session.plan());
              keepClasses(opened, run);
              if (!start.isEmpty()) {
                session.save(new Checkpoints(run.checkpoints(), 1, provenance.identity()));
              }
            });
    return new OpenRun(folder, provenance);
  }

  private static void keepClasses(OpenedDataset data, RunFolder run) {
    var indices = data.split("train").indices();
    indices.ifPresent(palette -> AtomicFiles.write(run.palette(), palette.text()));
    data.classes().ifPresent(palette -> AtomicFiles.write(run.classes(), palette.text()));
  }

  private EndedTraining train(Prepared prepared, TrainingSession session, TrainingListener listener)
      throws InterruptedException {
    var experiment = prepared.experiment();
    var training = experiment.training();
    var steps = new Steps(prepared.pairs().size(), training);
    long done = session.steps();
    var run = prepared.run().folder();
    var provenance = prepared.run().provenance();
    var coordinator = prepared.coordinator();
    coordinator.begin(session);
    var plan = plan(experiment, provenance.data().shape(), steps, done, coordinator.workers());
    try (var batches = batching.open(prepared.pairs(), plan);
        var recorder =
            new RunRecorder(
                run,
                provenance,
                session.columns(),
                prepared.shown(),
                prepared.codec(),
                done,
                clock)) {
      provenance.write(run);
      AtomicFiles.write(run.experiment(), writer.write(experiment));
      var checkpoints =
          new Checkpoints(run.checkpoints(), training.checkpoints().keep(), provenance.identity());
      var means = EpochMeans.read(run.losses(), session.columns(), steps, done);
      var rate = new LearningRate(training, steps, means);
      listener.started(run, done, steps.all(), session.columns(), steps.imagesInEach());
      var loop =
          new TrainingLoop(
              training,
              steps.all(),
              session,
              batches::next,
              rate,
              checkpoints,
              recorder,
              validating(prepared, steps, session, checkpoints, recorder),
              listener,
              coordinator);
      return new EndedTraining(run, recorder.folder(), loop.run());
    }
  }

  /** The batches that come next, or a worker's share of them. */
  static Batching.Plan plan(
      Experiment experiment, PairShape shape, Steps steps, long done, Workers workers) {
    return new Batching.Plan(
        experiment.augmentation(),
        shape,
        experiment.training().batchSize(),
        experiment.seed(),
        steps.batchesBefore(done),
        new BatchShare(workers.index(), workers.count()));
  }

  private static TrainingLoop.Validating validating(
      Prepared prepared,
      Steps steps,
      TrainingSession session,
      Checkpoints checkpoints,
      RunRecorder recorder) {
    if (prepared.validator().isEmpty()) {
      return step -> {};
    }
    var validator = prepared.validator().get();
    var log = validator.log(prepared.run().folder(), session.steps(), steps);
    return step -> {
      if (validator.due(step, steps)) {
        recorder.validated(step, validator.names(), validator.measure(session, checkpoints, log));
      }
    };
  }

  static void requireSize(Experiment experiment, PairShape shape) {
    GeneratorSizes.check(
        experiment.generator(), shape.condition(), "training images, after augmentation");
  }

  private record Prepared(
      Experiment experiment,
      Pairs pairs,
      ImmutableList<ImagePair> shown,
      ImageCodec codec,
      OpenRun run,
      Optional<Validator> validator,
      Coordinator coordinator) {}

  private record OptionalValidator(Optional<Validator> validator) implements AutoCloseable {
    @Override
    public void close() {
      validator.ifPresent(Validator::close);
    }
  }

  private record OpenRun(RunFolder folder, Provenance provenance) {}
}
