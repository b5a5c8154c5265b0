package io.pix2pix.api.error;

import java.util.regex.Pattern;

/**
 * Something that a user gave cannot be used: an experiment file, an image, a folder.
 *
 * <p>The message is one line for the user: where, what is wrong, and what would be right. It may
 * name files and keys, and quote what is in them, as they are: what it shows of them is {@link
 * VisibleText}, line breaks become spaces, and of what is very long, beginning and end are shown.
 */
public sealed class InvalidInputException extends RuntimeException permits MachineFailureException {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
  private static final int LONGEST = 2000;

  /** What would be right is said last. */
  private static final int END = 500;

  /**
   * @param message where, what is wrong; what would be right
   */
  public InvalidInputException(String message) {
    super(line(message));
  }

  /**
   * @param message where, what is wrong; what would be right
   * @param cause what was caught
   */
  public InvalidInputException(String message, Throwable cause) {
    super(line(message), cause);
  }

  private static String line(String message) {
    var line = VisibleText.line(LINE_BREAK.matcher(message).replaceAll(" "));
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST - END) + " ... " + line.substring(line.length() - END);
  }
}
