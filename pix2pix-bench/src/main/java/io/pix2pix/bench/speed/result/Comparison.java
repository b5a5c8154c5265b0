package io.pix2pix.bench.speed.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.measure.RoundValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How our rounds of one work changed from one benchmark to another.
 *
 * @param work its name
 * @param before our median there, for people
 * @param after our median here
 * @param change from before to after, as a share: -0.1 for a tenth less
 * @param verdict whether that is more than chance
 */
public record Comparison(String work, String before, String after, double change, Verdict verdict) {

  /**
   * With fewer rounds, all of one benchmark lie on one side of all of another by chance too often:
   * with four and four in 2 of 70 cases, with five and five in 2 of 252.
   */
  private static final int FEWEST_ROUNDS = 4;

  /**
   * All works that both have, in the order of the first.
   *
   * @param before the older one
   * @param after the newer one
   */
  public static ImmutableList<Comparison> of(BenchmarkResult before, BenchmarkResult after) {
    return before.works().stream()
        .flatMap(
            first -> find(after.works(), first.work()).map(second -> of(first, second)).stream())
        .collect(toImmutableList());
  }

  private static Optional<WorkResult> find(List<WorkResult> works, String name) {
    return works.stream().filter(one -> one.work().equals(name)).findFirst();
  }

  private static Comparison of(WorkResult before, WorkResult after) {
    double from = before.ours().median();
    double to = after.ours().median();
    boolean quiet = before.noise().allowsRatio() && after.noise().allowsRatio();
    var verdict = quiet ? verdict(before.ours(), after.ours()) : Verdict.NOISY;
    return new Comparison(
        before.work(), before.unit().words(from), after.unit().words(to), to / from - 1, verdict);
  }

  private static Verdict verdict(RoundValues before, RoundValues after) {
    if (Math.min(before.values().size(), after.values().size()) < FEWEST_ROUNDS) {
      return Verdict.TOO_FEW_ROUNDS;
    }
    if (before.overlaps(after)) {
      return Verdict.WITHIN_NOISE;
    }
    return after.median() < before.median() ? Verdict.BETTER : Verdict.WORSE;
  }

  /** The change for people, for example {@code -12.3 %}. */
  public String words() {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * change);
  }

  /** What a change means. */
  public enum Verdict {
    /** All rounds are better than all rounds before. */
    BETTER("better"),
    /** All rounds are worse than all rounds before. */
    WORSE("worse"),
    /** Some rounds of one lie among those of the other. */
    WITHIN_NOISE("within noise"),
    /** There are fewer than four rounds of one. */
    TOO_FEW_ROUNDS("too few rounds to tell"),
    /** One of the machines was not quiet. */
    NOISY("the machine was not quiet");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}
