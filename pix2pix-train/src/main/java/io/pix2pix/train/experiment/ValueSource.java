package io.pix2pix.train.experiment;

import io.pix2pix.api.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Who said a value.
 *
 * @param name a file, or an option of the command line
 * @param about the key that the name already tells; the root for a file
 */
public record ValueSource(String name, KeyPath about) {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  public static ValueSource file(String name) {
    return new ValueSource(name, KeyPath.ROOT);
  }

  /** What to throw: one line {@code name: key: words}. */
  public InvalidInputException problem(KeyPath at, String words) {
    var key = at.equals(about) || at.isRoot() ? "" : at.dotted() + ": ";
    return new InvalidInputException(LINE_BREAK.matcher(name + ": " + key + words).replaceAll(" "));
  }
}
