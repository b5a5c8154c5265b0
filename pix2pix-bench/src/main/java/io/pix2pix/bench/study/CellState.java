package io.pix2pix.bench.study;

import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far a cell is.
 *
 * @param name that all seeds share
 * @param title what a table calls it
 * @param values the value of each axis
 * @param seed of the run
 * @param run its folder, from the study's
 * @param changes what its experiment has otherwise than what the cells start from, seed and name
 *     left out
 * @param state what it does
 * @param reason why it failed, if it did
 * @param seconds that were spent on it, over all attempts
 * @param metrics lines of YAML: what it was measured by, once it is done
 */
public record CellState(
    String name,
    String title,
    Map<String, String> values,
    long seed,
    String run,
    List<ExperimentDifference> changes,
    State state,
    Optional<String> reason,
    double seconds,
    List<String> metrics) {

  /** The same cell, further on. */
  CellState at(State newState, Optional<String> why, double newSeconds) {
    return new CellState(
        name, title, values, seed, run, changes, newState, why, newSeconds, metrics);
  }

  /** The same cell after it was measured. */
  CellState measured(List<String> by) {
    return new CellState(
        name, title, values, seed, run, changes, state, reason, seconds, List.copyOf(by));
  }

  /** What a cell does. */
  public enum State {
    /** Not begun, or stopped before its end; it goes on when the study does. */
    WAITING,
    /** At work, unless the process was killed. */
    RUNNING,
    /** Trained and measured. */
    DONE,
    /** It could not be done; it is tried again when the study is run again. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
