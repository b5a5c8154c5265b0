package io.pix2pix.bench.speed.job;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a process for a round. As text it is one line of JSON.
 *
 * @param job that is done
 * @param warm runs that are not timed
 * @param runs that are
 */
public record JobRequest(JobSettings job, int warm, int runs) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The request as JSON on one line. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads what {@link #json} gives.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static JobRequest parse(String line) {
    try {
      return JSON.readValue(line, JobRequest.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a request: " + line, e);
    }
  }
}
