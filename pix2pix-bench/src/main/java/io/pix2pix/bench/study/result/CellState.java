package io.pix2pix.bench.study.result;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import java.time.Instant;
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
 * @param retries each time that the machine lost it, and it was tried again
 * @param steps that were taken
 * @param pruned why it ended early, if it did
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
    List<String> metrics,
    List<Retry> retries,
    StepCount steps,
    Optional<Pruned> pruned) {

  /** The same cell, further on. */
  public CellState at(State newState, Optional<String> why, double newSeconds) {
    return new CellState(
        name,
        title,
        values,
        seed,
        run,
        changes,
        newState,
        why,
        newSeconds,
        metrics,
        retries,
        steps,
        newState == State.PRUNED ? pruned : Optional.empty());
  }

  /** The same cell after some steps. */
  public CellState after(StepCount now) {
    return new CellState(
        name, title, values, seed, run, changes, state, reason, seconds, metrics, retries, now,
        pruned);
  }

  /** The same cell, which goes on no further. */
  public CellState pruned(Pruned why) {
    return new CellState(
        name,
        title,
        values,
        seed,
        run,
        changes,
        State.PRUNED,
        Optional.empty(),
        seconds,
        metrics,
        retries,
        steps,
        Optional.of(why));
  }

  /** The same cell after it was measured. */
  public CellState measured(List<String> by) {
    return new CellState(
        name,
        title,
        values,
        seed,
        run,
        changes,
        state,
        reason,
        seconds,
        List.copyOf(by),
        retries,
        steps,
        pruned);
  }

  /** The same cell, lost once more. */
  public CellState lost(Instant now, String why) {
    var more = ImmutableList.<Retry>builder().addAll(retries).add(new Retry(now, why)).build();
    return new CellState(
        name, title, values, seed, run, changes, state, reason, seconds, metrics, more, steps,
        pruned);
  }

  /**
   * A cell that was lost and is tried again.
   *
   * @param at when it was lost
   * @param reason how
   */
  public record Retry(Instant at, String reason) {}

  /**
   * Steps of a cell.
   *
   * @param taken of them
   * @param of all that its training has; 0 where nobody knows yet
   */
  public record StepCount(long taken, long of) {
    /** Not begun. */
    public static final StepCount NONE = new StepCount(0, 0);

    /** The share of all that was taken. */
    public long percent() {
      return of == 0 ? 0 : Math.round(100.0 * taken / of);
    }
  }

  /**
   * Why a cell ended early.
   *
   * @param epoch after which it was compared
   * @param epochs of the whole training
   * @param step after which it was compared
   * @param of all steps
   * @param metric by which it was compared
   * @param value that the cell had; not a number where it is not finite
   * @param mean over the seeds of its configuration, by which that was ranked; not a number where a
   *     seed failed
   * @param seeds of its configuration
   * @param rank of its configuration, 1 for the best
   * @param among how many configurations
   */
  public record Pruned(
      int epoch,
      int epochs,
      long step,
      long of,
      MetricName metric,
      double value,
      double mean,
      int seeds,
      int rank,
      int among) {

    /** In a line. */
    public String words() {
      return String.format(
          Locale.ROOT,
          "pruned after epoch %d of %d (step %,d of %,d): validation %s %.4g%s, rank %d of %d",
          epoch,
          epochs,
          step,
          of,
          metric.name(),
          value,
          meanWords(),
          rank,
          among);
    }

    private String meanWords() {
      if (seeds == 1) {
        return "";
      }
      return Double.isNaN(mean)
          ? ", no mean, as another seed failed or has no finite value"
          : String.format(Locale.ROOT, ", mean of %d seeds %.4g", seeds, mean);
    }
  }

  /** What a cell does. */
  public enum State {
    /** Not begun, or stopped before its end; it goes on when the study does. */
    WAITING,
    /** At work, unless the process was killed. */
    RUNNING,
    /** Trained and measured. */
    DONE,
    /** Ended early, as others do better. */
    PRUNED,
    /** It could not be done; it is tried again when the study is run again. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
