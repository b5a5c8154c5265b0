package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;

/**
 * Pairs that are alike.
 *
 * @param kind of likeness
 * @param pairs at least two
 */
public record DuplicateGroup(Kind kind, ImmutableList<PairName> pairs) {

  /** In what pairs are alike. */
  public enum Kind {
    /** Condition and target have the same pixels. */
    SAME_PAIR("the same pair"),
    /** The same condition, with targets that differ. */
    SAME_CONDITION("the same condition, other targets"),
    /** The same target, with conditions that differ. */
    SAME_TARGET("the same target, other conditions"),
    /** Condition and target look the same, for example because they were encoded again. */
    NEAR("nearly the same pair");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** Whether they are in more than one split. */
  public boolean isAcrossSplits() {
    return pairs.stream().map(PairName::split).distinct().count() > 1;
  }
}
