package io.pix2pix.bench.study.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.StudyFolder;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One cell of a study, to be trained and measured in this process or in another one: all that such
 * a process needs to know. The folder of the study says what the cell is.
 *
 * @param study its folder; absolute
 * @param cell the name of the cell's run, for example {@code l1-seed-1}
 * @param data the folder with the data, absolute, where the data set needs one
 * @param checkData whether all files of the data are read and checked first
 * @param settings of the sessions of the run
 * @param epochs to which it is trained this time, where it is compared with others then; without,
 *     it is trained to its end and measured
 */
public record CellTask(
    Path study,
    String cell,
    Optional<Path> data,
    boolean checkData,
    SessionSettings settings,
    Optional<Integer> epochs) {
  private static final String EPOCHS = "epochs";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** Makes folders absolute: another process may have another working directory. */
  public CellTask {
    study = study.toAbsolutePath().normalize();
    data = data.map(folder -> folder.toAbsolutePath().normalize());
  }

  /** To the end of the training. */
  public CellTask(
      Path study, String cell, Optional<Path> data, boolean checkData, SessionSettings settings) {
    this(study, cell, data, checkData, settings, Optional.empty());
  }

  /** The task of a cell of a study. */
  public static CellTask of(
      StudyFolder study,
      Cell cell,
      DataSource data,
      SessionSettings settings,
      Optional<Integer> epochs) {
    return new CellTask(
        study.path(), cell.run(), data.folder(), data.checks().isPresent(), settings, epochs);
  }

  /** Where the data lies. */
  DataSource source() {
    var source = DataSource.of(data);
    return checkData ? source.checked(new StudyFolder(study).cache()) : source;
  }

  /** The task as JSON on one line, which {@link #parse} reads. */
  public String json() {
    return JSON.writeValueAsString(
        new Text(
            study.toString(),
            cell,
            data.map(Path::toString),
            checkData,
            settings.threads(),
            epochs));
  }

  /**
   * Reads a task.
   *
   * @param json what {@link #json} wrote
   * @param source what messages call it
   * @throws InvalidInputException if it is no task
   */
  public static CellTask parse(String json, String source) {
    try {
      if (!(JSON.readTree(json) instanceof ObjectNode said)) {
        throw new IllegalArgumentException("it holds nothing");
      }
      if (!said.has(EPOCHS)) {
        said.putNull(EPOCHS);
      }
      var text = JSON.treeToValue(said, Text.class);
      var settings = new SessionSettings(text.threads());
      return new CellTask(
          Path.of(text.study()),
          text.cell(),
          text.data().map(Path::of),
          text.checkData(),
          settings,
          text.epochs());
    } catch (JacksonException e) {
      throw noTask(source, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw noTask(source, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads a file with a task.
   *
   * @throws InvalidInputException if it cannot be read, or holds none
   */
  public static CellTask read(Path file) {
    var kind = new InputFile("a cell task", InputFile.WRITTEN_BY_PROGRAMS);
    return parse(kind.text(file), file.toString());
  }

  private static InvalidInputException noTask(String source, String why, Exception cause) {
    return new InvalidInputException(
        source + ": is no cell task (" + why + "); take what CellTask.json() writes", cause);
  }

  record Text(
      String study,
      String cell,
      Optional<String> data,
      boolean checkData,
      int threads,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> epochs) {}
}
