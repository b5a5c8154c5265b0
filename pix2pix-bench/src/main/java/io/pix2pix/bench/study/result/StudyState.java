package io.pix2pix.bench.study.result;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.study.plan.StudyPlan.Axis;
import io.pix2pix.bench.study.plan.StudyPlan.PaperValues;
import io.pix2pix.bench.study.result.StudyState.CellState.StepCount;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.run.Software;
import io.pix2pix.train.run.StoredChecksum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code study.json}: what a study is, and how far each of its cells is.
 *
 * @param name of the study
 * @param title of its page
 * @param caption what a reader of its table should know; may be empty
 * @param scale {@code full} or {@code small}
 * @param axes what varies
 * @param metrics lines of YAML: what is reported
 * @param pictures names of the test images that every cell translates
 * @param paper what the paper found
 * @param source where it comes from
 * @param cells every run
 */
public record StudyState(
    String name,
    String title,
    String caption,
    String scale,
    List<Axis> axes,
    List<String> metrics,
    List<String> pictures,
    Optional<PaperValues> paper,
    Source source,
    List<CellState> cells) {
  private static final String RETRIES = "retries";
  private static final String STEPS = "steps";
  private static final String PRUNED = "pruned";

  /** The same study, its cells further on. */
  public StudyState with(List<CellState> newCells, Instant now) {
    return new StudyState(
        name, title, caption, scale, axes, metrics, pictures, paper, source.at(now), newCells);
  }

  /**
   * What pruning has left of the steps of the full study; none where nothing was pruned. A cell
   * that was not begun has as many steps as the longest.
   */
  public Optional<StepCount> pruned() {
    long longest = cells.stream().mapToLong(cell -> cell.steps().of()).max().orElse(0);
    long taken = cells.stream().mapToLong(cell -> cell.steps().taken()).sum();
    long of =
        cells.stream()
            .mapToLong(cell -> cell.steps().of() == 0 ? longest : cell.steps().of())
            .sum();
    return cells.stream().anyMatch(cell -> cell.pruned().isPresent())
        ? Optional.of(new StepCount(taken, of))
        : Optional.empty();
  }

  /**
   * Writes {@code study.json}.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public void write(StudyFolder folder) {
    new StoredChecksum(folder.state()).write(mapper().writeValueAsString(this) + "\n");
  }

  /**
   * Reads {@code study.json}, if it is there. A warning says where it is not what the study wrote.
   *
   * @throws InvalidInputException if it is not what a study writes
   */
  public static Optional<StudyState> read(StudyFolder folder) {
    var file = folder.state();
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      var mapper = mapper();
      var kind = new InputFile("a record of a study", InputFile.WRITTEN_BY_PROGRAMS);
      if (!(mapper.readTree(kind.checkIfPresent(file).toFile()) instanceof ObjectNode said)) {
        throw new InvalidInputException(damaged(file, "it holds nothing"));
      }
      said.path("cells").forEach(StudyState::complete);
      var state = mapper.treeToValue(said, StudyState.class);
      new StoredChecksum(file).warnIfChanged("what it says is used all the same");
      return Optional.of(state);
    } catch (JacksonException e) {
      throw new InvalidInputException(damaged(file, e.getOriginalMessage()), e);
    }
  }

  /** Adds what older studies lack. */
  private static void complete(JsonNode cell) {
    if (cell instanceof ObjectNode said && !said.has(RETRIES)) {
      said.putArray(RETRIES);
    }
    if (cell instanceof ObjectNode said && !said.has(STEPS)) {
      said.putObject(STEPS).put("taken", 0).put("of", 0);
      said.putNull(PRUNED);
    }
  }

  private static String damaged(Path file, String how) {
    return "%s: is damaged (%s); remove it: finished cells are kept, and measured anew"
        .formatted(file, how);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /**
   * Where a study comes from.
   *
   * @param software that ran it last
   * @param machine it ran on last
   * @param commit of the folder it was started in, if that is a git repository
   * @param data absolute, if the user named a folder
   * @param threads of each run; runs with equal threads give equal results
   * @param started when it began
   * @param updated when this was noted
   */
  public record Source(
      Software software,
      Machine machine,
      Optional<Commit> commit,
      Optional<String> data,
      int threads,
      Instant started,
      Instant updated) {

    /**
     * @throws IllegalArgumentException if no folder can have the name of the data's
     */
    public Source {
      checkArgument(
          data.stream().allMatch(name -> name.indexOf('\0') < 0),
          "no folder of data can have that name");
    }

    private Source at(Instant now) {
      return new Source(software, machine, commit, data, threads, started, now);
    }
  }

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
     * @param mean over the seeds of its configuration, by which that was ranked; not a number where
     *     a seed failed
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
}
