package io.pix2pix.train.experiment;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** What a user may have meant by a name that is not known. */
public final class Suggestion {
  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

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
    return DISTANCE.apply(Ascii.toLowerCase(first), Ascii.toLowerCase(second));
  }
}
