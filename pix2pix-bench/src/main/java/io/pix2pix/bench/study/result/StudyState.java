package io.pix2pix.bench.study.result;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.bench.study.plan.StudyPlan.Axis;
import io.pix2pix.bench.study.plan.StudyPlan.PaperValues;
import io.pix2pix.bench.study.result.CellState.StepCount;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.run.Software;
import io.pix2pix.train.run.StoredChecksum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
}
