package io.pix2pix.bench.perception;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What every participant is shown, as in the paper (section 4.1): trials that pit a real image
 * against a generated one, the first of them for practice.
 *
 * @param practice trials with feedback, which do not count
 * @param trials that count, without feedback
 * @param inputs whether both images of a trial belong to one condition
 * @param repeat whether a participant may see an image several times, where there are too few
 * @param seed which pairs are shown, their order and their sides follow from it and the session
 */
public record Protocol(int practice, int trials, Inputs inputs, boolean repeat, long seed) {

  /**
   * @throws IllegalArgumentException if there is no trial that counts, or less than no practice
   */
  public Protocol {
    checkArgument(trials >= 1, "trials must be at least 1, not %s", trials);
    checkArgument(practice >= 0, "practice must be at least 0, not %s", practice);
  }

  /** All trials of a session. */
  int all() {
    return practice + trials;
  }

  /**
   * Refuses a split that is too small.
   *
   * @param pairs in the split
   * @param where the split, for the message
   * @throws InvalidInputException if a participant would have to see an image twice in one role
   */
  public void check(int pairs, String where) {
    int fewest = repeat ? inputs.fewest() : Math.max(all(), inputs.fewest());
    if (pairs < fewest) {
      throw new InvalidInputException(
          "%s: holds %d pairs; %d practice and %d other trials need at least %d%s"
              .formatted(
                  where,
                  pairs,
                  practice,
                  trials,
                  fewest,
                  repeat ? "" : ": take a larger split, fewer --trials, or --repeat images"));
    }
  }

  /**
   * The trials of a session.
   *
   * @param session its number
   * @param pairs in the split
   */
  ImmutableList<Trial> trials(int session, int pairs) {
    var random =
        new Random(Hashing.murmur3_128().newHasher().putLong(seed).putInt(session).hash().asLong());
    var order = IntStream.range(0, pairs).boxed().collect(Collectors.toList());
    Collections.shuffle(order, random);
    return IntStream.range(0, all())
        .mapToObj(
            number ->
                new Trial(
                    number,
                    number < practice,
                    order.get((number + inputs.distance(pairs)) % pairs),
                    order.get(number % pairs),
                    random.nextBoolean() ? ScreenSide.LEFT : ScreenSide.RIGHT))
        .collect(toImmutableList());
  }

  /** Whether both images of a trial belong to one condition. */
  public enum Inputs {
    /** As the paper showed colorized photos. */
    SAME,
    /** As the paper showed maps and aerial photos: no detail can be compared. */
    DIFFERENT;

    private int fewest() {
      return this == SAME ? 1 : 2;
    }

    /** Half of a large split: no pair is then shown in both roles. */
    private int distance(int pairs) {
      return this == SAME ? 0 : pairs / 2;
    }
  }

  /**
   * One question to a participant: which of two images was generated.
   *
   * @param number in its session, from 0
   * @param practice whether the participant is told the answer, which then does not count
   * @param real position of the real image in the split
   * @param generated position of the pair whose condition was translated
   * @param generatedSide where the generated image stands
   */
  record Trial(int number, boolean practice, int real, int generated, ScreenSide generatedSide) {}

  /** Where an image of a trial stands. */
  enum ScreenSide {
    LEFT,
    RIGHT;

    /** In an address and in the database. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The side of that word, if it is one. */
    static Optional<ScreenSide> of(String word) {
      for (var side : values()) {
        if (side.word().equals(word)) {
          return Optional.of(side);
        }
      }
      return Optional.empty();
    }
  }
}
