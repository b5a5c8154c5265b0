package io.pix2pix.bench.study;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.StudyPlan.Axis;
import io.pix2pix.bench.study.StudyPlan.PaperValues;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.run.Software;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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

  /** The same study, its cells further on. */
  StudyState with(List<CellState> newCells, Instant now) {
    return new StudyState(
        name, title, caption, scale, axes, metrics, pictures, paper, source.at(now), newCells);
  }

  /**
   * Writes {@code study.json}.
   *
   * @throws InvalidInputException if it cannot be written
   */
  void write(StudyFolder folder) {
    AtomicFiles.write(folder.state(), mapper().writeValueAsString(this) + "\n");
  }

  /**
   * Reads {@code study.json}, if it is there.
   *
   * @throws InvalidInputException if it is not what a study writes
   */
  public static Optional<StudyState> read(StudyFolder folder) {
    var file = folder.state();
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(mapper().readValue(file.toFile(), StudyState.class));
    } catch (JacksonException e) {
      throw new InvalidInputException(
          file
              + ": is damaged ("
              + e.getOriginalMessage()
              + "); remove it: finished cells are kept, and measured anew",
          e);
    }
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
    private Source at(Instant now) {
      return new Source(software, machine, commit, data, threads, started, now);
    }
  }
}
