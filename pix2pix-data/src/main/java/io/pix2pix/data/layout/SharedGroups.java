package io.pix2pix.data.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups of pairs that are in several splits of data that has splits of its own. They make test
 * pairs look better than they are.
 *
 * <p>To be used by one thread.
 */
public final class SharedGroups {
  private static final Logger LOG = LoggerFactory.getLogger(SharedGroups.class);

  private final Map<String, String> first = new HashMap<>();
  private final TreeSet<String> several = new TreeSet<>();

  /** None so far. */
  public SharedGroups() {}

  /** A pair of a group is in a split. */
  public void add(String split, String group) {
    if (!first.computeIfAbsent(group, its -> split).equals(split)) {
      several.add(group);
    }
  }

  /**
   * Says which there are.
   *
   * @param where the data is
   */
  public void note(String where) {
    words().ifPresent(words -> LOG.warn("{}: has {}", where, words));
  }

  /** Which there are; empty for none. */
  public Optional<String> words() {
    return several.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d %s with pairs in several splits, such as %s; test pairs look better than they are then"
                .formatted(
                    several.size(), several.size() == 1 ? "group" : "groups", several.first()));
  }
}
