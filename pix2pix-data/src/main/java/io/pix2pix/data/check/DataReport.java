package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;

/**
 * What is in a data set, and what is wrong with it.
 *
 * @param where the data lies
 * @param layout how its files were read, in words
 * @param splits in the order train, val, test, others
 * @param duplicates pairs that are alike, within and across splits
 * @param problems what keeps a training or an evaluation from working; each says what would be
 *     right
 * @param warnings what a training goes through with, but is likely to suffer from
 * @param notes what else should be known
 */
public record DataReport(
    String where,
    String layout,
    ImmutableList<SplitReport> splits,
    ImmutableList<DuplicateGroup> duplicates,
    ImmutableList<String> problems,
    ImmutableList<String> warnings,
    ImmutableList<String> notes) {

  /** Whether nothing keeps a training from working. */
  public boolean isUsable() {
    return problems.isEmpty();
  }

  /** The same with one more problem. */
  public DataReport withProblem(String problem) {
    return new DataReport(
        where,
        layout,
        splits,
        duplicates,
        ImmutableList.<String>builder().addAll(problems).add(problem).build(),
        warnings,
        notes);
  }
}
