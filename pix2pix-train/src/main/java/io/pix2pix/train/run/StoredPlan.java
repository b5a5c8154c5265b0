package io.pix2pix.train.run;

import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.network.GraphPlan;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code plan.json}: how the operations of a run are computed, so that it goes on as it began. */
public final class StoredPlan {
  private static final Logger LOG = LoggerFactory.getLogger(StoredPlan.class);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private StoredPlan() {}

  /**
   * Writes the plan of a run.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be written
   */
  public static void write(RunFolder run, GraphPlan plan) {
    new StoredChecksum(run.plan()).write(MAPPER.writeValueAsString(plan) + "\n");
  }

  /** The plan of a run; one that decides nothing where the run has none, or a damaged one. */
  public static GraphPlan read(RunFolder run) {
    if (!Files.exists(run.plan())) {
      return GraphPlan.EMPTY;
    }
    try {
      var plan =
          MAPPER.readValue(
              new InputFile("a plan of a run", InputFile.WRITTEN_BY_PROGRAMS)
                  .checkIfPresent(run.plan())
                  .toFile(),
              GraphPlan.class);
      new StoredChecksum(run.plan())
          .warnIfChanged("what it says is done, and losses may differ in their last digits");
      return plan;
    } catch (JacksonException e) {
      LOG.warn(
          "{}: is damaged ({}); operations are chosen anew, and losses may differ in their last"
              + " digits",
          run.plan(),
          e.getOriginalMessage());
      return GraphPlan.EMPTY;
    }
  }
}
