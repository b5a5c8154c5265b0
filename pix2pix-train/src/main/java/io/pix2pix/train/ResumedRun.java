package io.pix2pix.train;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that is to go on.
 *
 * @param folder of the run
 * @param experiment the run's own, with the number of epochs that it is to have now
 * @param checkpoints of the run
 * @param checkpoint to go on from; absent if it was stopped before the first
 * @param before what it was when it stopped
 */
record ResumedRun(
    RunFolder folder,
    Experiment experiment,
    Checkpoints checkpoints,
    Optional<Checkpoint> checkpoint,
    Provenance before) {
  private static final Logger LOG = LoggerFactory.getLogger(ResumedRun.class);

  /**
   * The run that is to go on.
   *
   * @throws InvalidInputException if there is none
   */
  static RunFolder folder(TrainingRequest request) {
    var place = RunFolder.of(request.runs(), request.name());
    if (Files.notExists(place.path())) {
      throw new InvalidInputException(
          place.path()
              + ": there is no such run; begin it without --resume, or give its --runs and --name");
    }
    return RunFolder.open(place.path());
  }

  /**
   * @throws InvalidInputException if there is no such run, or its experiment differs in more than a
   *     greater number of epochs
   */
  static ResumedRun open(
      TrainingRequest request, StoredExperiments stored, ExperimentComparison comparison) {
    var folder = folder(request);
    var experiment = stored.read(folder);
    var before = stored.provenance(folder);
    if (!before.imported().isEmpty()) {
      throw new InvalidInputException(
          folder.path()
              + ": was imported, not trained, and has nothing to resume; train under another"
              + " --name");
    }
    requireSame(folder, experiment, request.experiment(), comparison);
    var checkpoints =
        new Checkpoints(
            folder.checkpoints(), experiment.training().checkpoints().keep(), before.identity());
    var newest = checkpoints.newest();
    if (newest.isEmpty()) {
      sayThatItStartsAgain(folder, before);
    }
    return new ResumedRun(folder, request.experiment(), checkpoints, newest, before);
  }

  /** Weights that came from elsewhere are not made again from the seed. */
  private static void sayThatItStartsAgain(RunFolder folder, Provenance before) {
    if (!before.initialized().isEmpty()) {
      throw new InvalidInputException(
          "%s: has no checkpoint, and did not begin with random weights; put back a copy, or train anew with --initialize-from under another --name"
              .formatted(folder.path()));
    } else if (before.progress().steps() > 0) {
      LOG.warn(
          "{}: has no checkpoint, though {} steps were done; training starts again at step 0",
          folder.path(),
          before.progress().steps());
    }
  }

  /**
   * Goes back to the newest checkpoint that fits the networks.
   *
   * @return the same with the checkpoint that was used
   * @throws InvalidInputException if there are checkpoints, but none fits
   */
  ResumedRun restored(TrainingSession session) {
    try {
      checkpoint.ifPresent(session::restore);
      return this;
    } catch (InvalidInputException e) {
      var fitting = checkpoints.newest(session::restore);
      return new ResumedRun(folder, experiment, checkpoints, fitting, before);
    }
  }

  /** The data folder that the run was started with. */
  Optional<Path> dataFolder() {
    return before.data().folder().map(Path::of);
  }

  /** What it is trained on, read with the channels that it began with. */
  Dataset data() {
    return experiment.data().withChannelsOf(() -> before.data().shape());
  }

  /**
   * @param newData that it goes on with, where that is not what it was
   * @param text of the experiment, every value spelled out
   */
  Provenance provenance(
      Optional<Provenance.Data> newData, String text, long steps, Instant instant, GraphPlan plan) {
    long done = done();
    var now = Arithmetic.current();
    before
        .arithmetic()
        .filter(began -> !began.convolutions().equals(now.convolutions()))
        .ifPresent(began -> LOG.warn("{}", otherwise(began, now)));
    var further =
        before
            .identified(checkpoint.flatMap(Checkpoint::run))
            .with(before.progress().resumed(done, steps, instant))
            .withExperiment(text);
    return newData
        .map(data -> further.changed(data, done, instant))
        .orElse(further)
        .with(now.planned(plan));
  }

  private long done() {
    return checkpoint.map(Checkpoint::step).orElse(0L);
  }

  private String otherwise(Arithmetic began, Arithmetic now) {
    return "%s: was trained with convolutions by %s, and now is by %s: its losses differ in their last digits from those of a run that was not stopped; set %s as it was to avoid that"
        .formatted(folder.path(), began, now, Arithmetic.ONE_DNN);
  }

  /**
   * @param now what would be trained on
   * @param changes whether the user knows that it is not what it was
   * @return the same, where it is not what it was
   * @throws InvalidInputException if it is not, and the user did not say so; or if it has other
   *     channels
   */
  Optional<Provenance.Data> change(OpenedDataset data, Provenance.Data now, boolean changes) {
    if (now.pairs() == before.data().pairs() && data.matches("train", before.data().checksum())) {
      return Optional.empty();
    } else if (!changes) {
      throw new InvalidInputException(
          folder.path()
              + ": the training data changed since the run began; resume with the same --data, with"
              + " --data-changed if files were repaired, replaced, removed or added, or train anew"
              + " under another --name");
    } else if (!now.hasChannelsOf(before.data())) {
      throw new InvalidInputException(
          "%s: was trained on %s and cannot go on with %s; give data of the same channels"
              .formatted(folder.path(), before.data().shape(), now.shape()));
    }
    LOG.warn(
        "{}: goes on from step {} with {} training pairs, of which there were {}; run.json tells of"
            + " the change",
        folder.path(),
        done(),
        now.pairs(),
        before.data().pairs());
    return Optional.of(now);
  }

  private static void requireSame(
      RunFolder folder, Experiment own, Experiment given, ExperimentComparison comparison) {
    var refused =
        comparison.differences(own, given).stream()
            .filter(
                difference ->
                    !(difference.key().equals("data.onBadImage")
                        || (difference.key().equals("training.epochs")
                            && given.training().epochs() > own.training().epochs())))
            .map(ExperimentDifference::words)
            .collect(Collectors.joining("; "));
    if (!refused.isEmpty()) {
      throw new InvalidInputException(
          folder.path()
              + ": cannot resume with another experiment: "
              + refused
              + "; only training.epochs may grow: train anew under another --name");
    }
  }
}
