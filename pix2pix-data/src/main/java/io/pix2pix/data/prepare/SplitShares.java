package io.pix2pix.data.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deals groups out to splits. What is in a split already stays in it; the others are taken in an
 * order that follows from the seed, and each goes where most is missing.
 *
 * @param shares of the splits, by name; they add up to 1
 * @param seed of the order
 */
public record SplitShares(ImmutableMap<String, Double> shares, long seed) {
  private static final double ROUNDING = 1e-6;

  /**
   * @throws InvalidInputException if shares are negative, or do not add up to 1
   */
  public SplitShares {
    double sum = shares.values().stream().mapToDouble(share -> share).sum();
    boolean isNegative = shares.values().stream().anyMatch(share -> !(share >= 0));
    if (isNegative || Math.abs(sum - 1) > ROUNDING) {
      throw new InvalidInputException(
          "shares of splits are %s; give numbers from 0 to 1 that add up to 1, such as --train 0.8 --val 0.1 --test 0.1"
              .formatted(shares));
    }
  }

  /**
   * The split of each group.
   *
   * @param sizes of the groups, by name
   * @param settled groups that are in a split already
   */
  Map<String, String> deal(ImmutableSortedMap<String, Integer> sizes, Map<String, String> settled) {
    int all = sizes.values().stream().mapToInt(size -> size).sum();
    var filled = new HashMap<String, Integer>();
    var dealt = new LinkedHashMap<String, String>();
    sizes.forEach(
        (group, size) -> {
          var split = settled.get(group);
          if (split != null) {
            dealt.put(group, split);
            filled.merge(split, size, Integer::sum);
          }
        });
    sizes.keySet().stream()
        .filter(group -> !settled.containsKey(group))
        .sorted(Comparator.comparing(group -> order(group).toString()))
        .forEach(
            group -> {
              var split = poorest(all, filled);
              dealt.put(group, split);
              filled.merge(split, sizes.getOrDefault(group, 0), Integer::sum);
            });
    return dealt;
  }

  private HashCode order(String group) {
    return Hashing.sha256().newHasher().putLong(seed).putString(group, UTF_8).hash();
  }

  private String poorest(int all, Map<String, Integer> filled) {
    return shares.entrySet().stream()
        .max(
            Comparator.comparingDouble(
                share -> share.getValue() * all - filled.getOrDefault(share.getKey(), 0)))
        .orElseThrow()
        .getKey();
  }
}
