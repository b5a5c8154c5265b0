package io.pix2pix.bench.speed.result;

import io.pix2pix.bench.speed.measure.Noise;
import io.pix2pix.bench.speed.measure.RoundValues;
import io.pix2pix.bench.speed.work.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one work came to. Less is better in every unit, so that a ratio above 1 says that ours is
 * better.
 *
 * @param work its name
 * @param unit of the rounds
 * @param ours our rounds
 * @param theirs the opponent's, if there was one that could do it
 * @param noise of the machine meanwhile
 * @param notes what else a reader has to know
 */
public record WorkResult(
    String work,
    Unit unit,
    RoundValues ours,
    Optional<OpponentResult> theirs,
    Noise noise,
    List<String> notes) {

  /** Copies the notes. */
  public WorkResult {
    notes = List.copyOf(notes);
  }

  /**
   * The opponent's median through ours. Empty without an opponent, and where the machine was not
   * quiet.
   */
  public Optional<Double> ratio() {
    return theirs
        .filter(opponent -> noise.allowsRatio())
        .map(opponent -> opponent.rounds().median() / ours.median());
  }

  /** Why there is no ratio, though there is an opponent. */
  public Optional<String> refusal() {
    return theirs.isPresent() && !noise.allowsRatio()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "no ratio, as the machine was not quiet: a fixed computation varied by %.0f %%, more"
                    + " than %.0f %%; close other programs, and run again",
                100 * noise.variation(),
                100 * Noise.MOST))
        : Optional.empty();
  }

  /**
   * What the opponent's rounds came to.
   *
   * @param variant the best of its ways, for example {@code fused}
   * @param rounds as many as ours
   */
  public record OpponentResult(String variant, RoundValues rounds) {}
}
