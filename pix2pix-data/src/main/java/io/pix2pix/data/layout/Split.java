package io.pix2pix.data.layout;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.plugin.Setting;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which split a pair belongs to, where the data has no splits of its own. It follows from the seed
 * and the name of the pair, or of its group, alone: other pairs, and the order of files, do not
 * count. So the shares of val and test are met nearly, not exactly.
 *
 * @param val share of the pairs, or of their groups
 * @param test share of the pairs, or of their groups
 * @param seed another one splits in another way
 * @param group a regular expression; what its first parenthesis finds in the name of a pair, or
 *     else all that it finds, names the pair's group
 */
public record Split(
    @Setting(
            value = "0.1",
            meaning = "share of val, where the data has no splits of its own",
            min = 0,
            max = 1)
        double val,
    @Setting(
            value = "0.1",
            meaning = "share of test, where the data has no splits of its own",
            min = 0,
            max = 1)
        double test,
    @Setting(value = "1", meaning = "another one splits in another way") long seed,
    @Setting(
            value = "\"\"",
            meaning =
                "regular expression, for example ([^_]+)_.*; what its parenthesis finds in the name"
                    + " of a pair is its group, and groups are kept together")
        String group) {
  private static final Logger LOG = LoggerFactory.getLogger(Split.class);
  private static final double BITS_53 = 0x1p-53;

  /** With the defaults of an experiment file. */
  public static final Split USUAL = new Split(0.1, 0.1, 1, "");

  /** The splits that data is looked through for. */
  public static final ImmutableList<String> NAMES = ImmutableList.of("train", "val", "test");

  /**
   * @throws IllegalArgumentException if nothing is left for train, or {@code group} is no regular
   *     expression
   */
  public Split {
    checkArgument(
        val >= 0 && test >= 0 && val + test < 1,
        "split: val and test must leave a share for train, not be %s and %s",
        val,
        test);
    try {
      Pattern.compile(group);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "split.group must be a regular expression, for example ([^_]+)_.*, not \"%s\" (%s)"
              .formatted(group, e.getDescription()),
          e);
    }
  }

  /** The split of a group: {@code train}, {@code val} or {@code test}. */
  String of(String groupName) {
    long hash =
        Hashing.sha256().newHasher().putLong(seed).putString(groupName, UTF_8).hash().asLong();
    double position = (hash >>> 11) * BITS_53;
    if (position < test) {
      return "test";
    }
    return position < test + val ? "val" : "train";
  }

  /** The group of a pair: what {@link #group} finds in its name; empty if it finds nothing. */
  public Optional<String> groupOf(String name) {
    if (group.isEmpty()) {
      return Optional.empty();
    }
    var matcher = Pattern.compile(group).matcher(name);
    if (!matcher.find()) {
      return Optional.empty();
    }
    var found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    return Optional.ofNullable(found);
  }

  /**
   * Those of some pairs that belong to a split, in their order; what is done is logged.
   *
   * @param where the data lies, for messages
   * @param names gives a pair its name, without an extension
   * @return at least one
   * @throws InvalidInputException if none belongs to it, or {@link #group} fits no name
   */
  public <T> ImmutableList<T> select(
      String where, String split, Collection<T> all, Function<T, String> names) {
    if (!group.isEmpty()) {
      requireGroups(where, all.stream().map(names).toList());
    }
    var selected =
        all.stream().filter(one -> isIn(split, names.apply(one))).collect(toImmutableList());
    require(where, split, all.size(), selected.size());
    return selected;
  }

  /** Whether a pair belongs to a split. */
  public boolean isIn(String split, String name) {
    return of(groupOf(name).orElse(name)).equals(split);
  }

  /**
   * Says which groups are in several splits, where the data has splits of its own.
   *
   * @param where the data lies, for messages
   * @param names gives the names of the pairs of a split, without an extension
   */
  public void noteSharedGroups(String where, Function<String, Stream<String>> names) {
    if (group.isEmpty()) {
      return;
    }
    var groups = new SharedGroups();
    for (var split : NAMES) {
      names.apply(split).forEach(name -> groupOf(name).ifPresent(its -> groups.add(split, its)));
    }
    groups.note(where);
  }

  private void requireGroups(String where, Collection<String> names) {
    long found = names.stream().filter(name -> groupOf(name).isPresent()).count();
    if (found == 0) {
      throw new InvalidInputException(
          "%s: data.split.group \"%s\" fits no pair, such as %s; give an expression that finds the group in such names"
              .formatted(where, group, names.iterator().next()));
    } else if (found < names.size()) {
      LOG.warn(
          "{}: data.split.group fits {} of {} pairs; each of the others is a group of its own",
          where,
          found,
          names.size());
    }
  }

  /**
   * Logs what part of the data a split is.
   *
   * @throws InvalidInputException if it is none
   */
  private void require(String where, String split, int all, int selected) {
    if (selected == 0) {
      throw new InvalidInputException(
          "%s: has no split %s of its own, and none of its %d pairs falls into it; give data.split a greater share of %s, or another seed"
              .formatted(where, split, all, split));
    }
    LOG.warn(
        "{}: has no splits of its own; by data.split (val {}, test {}, seed {}) {} has {} of {}"
            + " pairs",
        where,
        val,
        test,
        seed,
        split,
        selected,
        all);
  }
}
