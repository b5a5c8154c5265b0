package io.pix2pix.api.data;

import io.pix2pix.api.error.InvalidInputException;
import java.util.Optional;

/**
 * What was found in a file of the data.
 *
 * @param where the file
 * @param words what is wrong with it, or was ignored, cut or guessed; they follow its name
 * @param bad whether it cannot be used
 */
public record DataFinding(String where, String words, boolean bad) {
  private static final String ADVICE = "; ";

  /** Something that a user should know, of a file that can be used. */
  public static DataFinding note(String where, String words) {
    return new DataFinding(where, words, false);
  }

  /** What keeps a file from being used, in a message that begins with its name. */
  public static DataFinding problem(String where, InvalidInputException refusal) {
    var message = String.valueOf(refusal.getMessage());
    boolean named = message.startsWith(where + ": ");
    return new DataFinding(where, named ? message.substring(where.length() + 2) : message, true);
  }

  /** What is wrong, without what would be right. */
  String problem() {
    int end = words.indexOf(ADVICE);
    return end < 0 ? words : words.substring(0, end);
  }

  /** What would be right, if the words say it. */
  Optional<String> advice() {
    int start = words.indexOf(ADVICE);
    return start < 0 ? Optional.empty() : Optional.of(words.substring(start + ADVICE.length()));
  }
}
