package io.pix2pix.bench.perception;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What a perceptual study has kept, which may still be served.
 *
 * @param participants who answered a trial that counts, in order of sessions
 * @param settings that all answers were given under, by their names: split, numbers of trials, and
 *     {@code run NAME} for what was judged of each run
 */
public record KeptAnswers(
    ImmutableList<Participant> participants, ImmutableMap<String, String> settings) {

  /**
   * Reads them.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder has no database of answers
   */
  public static KeptAnswers read(PerceptionFolder folder) {
    try (var answers = Answers.openExisting(folder)) {
      return new KeptAnswers(answers.participants(), answers.settings());
    }
  }

  /** What was judged of a run, for example {@code step 4000, weights trained, ...}; else empty. */
  public String judged(String run) {
    return settings.getOrDefault(PerceptionStudy.RUN + run, "");
  }

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
}
