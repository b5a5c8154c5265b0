package io.pix2pix.train.experiment;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a user may have meant by a name that is not known. */
public final class Suggestion {
  private Suggestion() {}

  /** The end of a message: {@code ; did you mean "unet"? known: encoder-decoder, unet}. */
  public static String among(Collection<String> known, String given) {
    var meant = nearest(known, given).map(name -> "did you mean \"" + name + "\"? ").orElse("");
    return "; " + meant + "known: " + (known.isEmpty() ? "none" : String.join(", ", known));
  }

  /** The end of a message that has told what is known: {@code ; did you mean "BtoA"?}, or empty. */
  static String near(Collection<String> known, String given) {
    return nearest(known, given).map(name -> "; did you mean \"" + name + "\"?").orElse("");
  }

  private static Optional<String> nearest(Collection<String> known, String given) {
    int bound = Math.max(1, given.length() / 3);
    return known.stream()
        .filter(name -> distance(name, given) <= bound)
        .min(Comparator.comparingInt(name -> distance(name, given)));
  }

  /**
   * The least number of characters to insert, remove, replace, or swap with their neighbor;
   * capitals do not count.
   */
  private static int distance(String first, String second) {
    var a = Ascii.toLowerCase(first);
    var b = Ascii.toLowerCase(second);
    var cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, 1 + cost[i - 2][j - 2]) : least;
  }
}
