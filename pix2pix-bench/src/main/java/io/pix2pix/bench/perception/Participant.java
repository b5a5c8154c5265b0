package io.pix2pix.bench.perception;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How one participant has answered; practice is left out.
 *
 * @param algorithm whose images the participant saw
 * @param trials answered
 * @param labeledReal trials in which the generated image was taken for the real one
 */
public record Participant(String algorithm, int trials, int labeledReal) {

  /**
   * @throws IllegalArgumentException if more were labeled real than were answered
   */
  public Participant {
    checkArgument(
        0 <= labeledReal && labeledReal <= trials && trials >= 1,
        "%s of %s trials",
        labeledReal,
        trials);
  }

  /** The same answers, under another name of what was judged. */
  public Participant of(String newAlgorithm) {
    return new Participant(newAlgorithm, trials, labeledReal);
  }
}
