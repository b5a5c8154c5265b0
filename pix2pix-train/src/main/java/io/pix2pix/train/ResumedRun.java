package io.pix2pix.train;

import io.pix2pix.api.Experiment;
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
 * @param checkpoint to go on from; absent if it was stopped before the first
 * @param before what it was when it stopped
 */
record ResumedRun(
    RunFolder folder, Experiment experiment, Optional<Checkpoint> checkpoint, Provenance before) {
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
    var before = Provenance.read(folder);
    if (!before.imported().isEmpty()) {
      throw new InvalidInputException(
          folder.path()
              + ": was imported, not trained, and has nothing to resume; train under another"
              + " --name");
    }
    requireSame(folder, experiment, request.experiment(), comparison);
    var checkpoints =
        new Checkpoints(folder.checkpoints(), experiment.training().checkpoints().keep());
    return new ResumedRun(folder, request.experiment(), checkpoints.newest(), before);
  }

  /** The data folder that the run was started with. */
  Optional<Path> dataFolder() {
    return before.data().folder().map(Path::of);
  }

  Provenance provenance(long steps, Instant instant, GraphPlan plan) {
    long done = checkpoint.map(Checkpoint::step).orElse(0L);
    var now = Arithmetic.current();
    before
        .arithmetic()
        .filter(began -> !began.convolutions().equals(now.convolutions()))
        .ifPresent(began -> LOG.warn("{}", otherwise(began, now)));
    return before.with(before.progress().resumed(done, steps, instant)).with(now.planned(plan));
  }

  private String otherwise(Arithmetic began, Arithmetic now) {
    return "%s: was trained with convolutions by %s, and now is by %s: its losses differ in their last digits from those of a run that was not stopped; set %s as it was to avoid that"
        .formatted(folder.path(), began, now, Arithmetic.ONE_DNN);
  }

  void requireSameData(OpenedDataset data) {
    if (!data.matches("train", before.data().checksum())) {
      throw new InvalidInputException(
          folder.path()
              + ": the training data changed since the run began; resume with the same --data, or"
              + " train anew under another --name");
    }
  }

  private static void requireSame(
      RunFolder folder, Experiment own, Experiment given, ExperimentComparison comparison) {
    var refused =
        comparison.differences(own, given).stream()
            .filter(
                difference ->
                    !(difference.key().equals("training.epochs")
                        && given.training().epochs() > own.training().epochs()))
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
