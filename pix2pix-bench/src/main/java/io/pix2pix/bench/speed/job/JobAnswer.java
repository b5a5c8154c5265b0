package io.pix2pix.bench.speed.job;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a process answers. As text it is one line of JSON.
 *
 * @param seconds of each run that was timed
 * @param peakMebibytes the most memory that the process has held so far; 0 where that is not known
 * @param problem why it could not be done; then the rest means nothing
 */
public record JobAnswer(List<Double> seconds, double peakMebibytes, Optional<String> problem) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Copies the times. */
  public JobAnswer {
    seconds = List.copyOf(seconds);
  }

  static JobAnswer failed(String problem) {
    return new JobAnswer(ImmutableList.of(), 0, Optional.of(problem));
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads an answer of any contender; empty if a line is none.
   *
   * @param line what a process printed
   */
  public static Optional<JobAnswer> parse(String line) {
    try {
      return line.startsWith("{")
          ? Optional.ofNullable(JSON.readValue(line, JobAnswer.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
