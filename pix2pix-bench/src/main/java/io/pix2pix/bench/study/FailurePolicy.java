package io.pix2pix.bench.study;

import io.pix2pix.api.error.InvalidInputException;

/**
 * What a study does when a cell fails.
 *
 * @param retries how often a cell is tried again at most, from its last checkpoint, that the
 *     machine has lost: its process was killed, memory or the disk were full. A cell that fails by
 *     its experiment would fail again, and is not
 * @param failFast whether the first cell that fails for good ends the study: cells at work stop
 *     with a checkpoint
 */
public record FailurePolicy(int retries, boolean failFast) {
  /** Two more times: enough for what happens by chance, and soon over where it lasts. */
  public static final FailurePolicy STANDARD = new FailurePolicy(2, false);

  /**
   * @throws InvalidInputException if a number of retries is negative
   */
  public FailurePolicy {
    if (retries < 0) {
      throw new InvalidInputException(
          "--retries %d: must be 0, for none, or more".formatted(retries));
    }
  }
}
