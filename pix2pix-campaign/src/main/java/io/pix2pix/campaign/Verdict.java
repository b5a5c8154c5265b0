package io.pix2pix.campaign;

/**
 * What the campaign thinks of a command.
 *
 * @param outcome the kind
 * @param words what was found
 */
record Verdict(Outcome outcome, String words) {

  /** The three that are allowed, and everything else. */
  enum Outcome {
    EQUAL,
    REFUSED,
    ANNOUNCED,
    FAILED
  }

  static Verdict failed(String words) {
    return new Verdict(Outcome.FAILED, words);
  }
}
