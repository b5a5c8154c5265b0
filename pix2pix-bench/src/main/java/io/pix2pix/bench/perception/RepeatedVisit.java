package io.pix2pix.bench.perception;

import com.google.common.collect.ImmutableList;

/**
 * A session of a perceptual study that may be of somebody who took part before. It counts as any
 * other does: several participants may share a machine, and only whoever runs the study knows.
 *
 * @param session its number, from 1
 * @param earlier the number of the first session there
 * @param sameBrowser whether the same browser began both; else they have an address in common
 */
public record RepeatedVisit(int session, int earlier, boolean sameBrowser) {

  /**
   * Those of a study, which may still be served.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder has no database of answers
   */
  public static ImmutableList<RepeatedVisit> read(PerceptionFolder folder) {
    try (var answers = Answers.openExisting(folder)) {
      return answers.repeated();
    }
  }

  /** For whoever runs the study. */
  public String words() {
    return "session %d was begun %s session %d: the same participant, or another one there?"
        .formatted(
            session, sameBrowser ? "in the browser of" : "from the address of", earlier);
  }
}
