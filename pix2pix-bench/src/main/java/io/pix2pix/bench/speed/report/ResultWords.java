package io.pix2pix.bench.speed.report;

import io.pix2pix.bench.speed.measure.RoundValues;
import io.pix2pix.bench.speed.result.WorkResult;
import io.pix2pix.bench.speed.result.WorkResult.OpponentResult;
import io.pix2pix.bench.speed.work.Unit;
import java.util.Locale;

/**
 * A result for people.
 *
 * @param work its name
 * @param ours our median and spread, for example {@code 512 ms (3 %)}
 * @param theirs the opponent's, or a dash
 * @param variant the opponent's way, or nothing
 * @param ratio the opponent's median through ours, a dash without an opponent
 */
public record ResultWords(String work, String ours, String theirs, String variant, String ratio) {
  /** What the numbers mean. */
  public static final String LEGEND =
      "Medians of the rounds; in brackets, how far rounds lie apart. The ratio is theirs through"
          + " ours: above 1, ours is better (loading: pairs a second, ours through theirs).";

  private static final String NOTHING = "–";

  /** The words of a result. */
  public static ResultWords of(WorkResult result) {
    var unit = result.unit();
    return new ResultWords(
        result.work(),
        words(unit, result.ours()),
        result.theirs().map(theirs -> words(unit, theirs.rounds())).orElse(NOTHING),
        result.theirs().map(OpponentResult::variant).orElse(""),
        result
            .ratio()
            .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
            .orElse(result.refusal().isPresent() ? "refused" : NOTHING));
  }

  private static String words(Unit unit, RoundValues rounds) {
    return String.format(
        Locale.ROOT, "%s (%.0f %%)", unit.words(rounds.median()), 100 * rounds.spread());
  }
}
