package io.pix2pix.train;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be trained, and where the run goes.
 *
 * @param experiment decides the outcome
 * @param data where the pairs are; without files, those that the run began with, where it is
 *     resumed
 * @param runs the folder of all runs
 * @param name of the run's folder in it
 * @param resume whether the run is there already, and is to go on from its newest checkpoint
 * @param dataChanged whether a run that is resumed goes on where its data is no longer what it was
 * @param initializeFrom the folder of a run, or a file of weights, that a new run starts from
 */
public record TrainingRequest(
    Experiment experiment,
    DataSource data,
    Path runs,
    String name,
    boolean resume,
    boolean dataChanged,
    Optional<Path> initializeFrom) {

  /** On data that did not change. */
  public TrainingRequest(
      Experiment experiment,
      DataSource data,
      Path runs,
      String name,
      boolean resume,
      Optional<Path> initializeFrom) {
    this(experiment, data, runs, name, resume, false, initializeFrom);
  }

  /** From initial weights that follow from the seed. */
  public TrainingRequest(
      Experiment experiment, DataSource data, Path runs, String name, boolean resume) {
    this(experiment, data, runs, name, resume, Optional.empty());
  }

  /** A new run, under the experiment's name. */
  public static TrainingRequest fresh(Experiment experiment, DataSource data, Path runs) {
    return new TrainingRequest(experiment, data, runs, experiment.name(), false);
  }
}
