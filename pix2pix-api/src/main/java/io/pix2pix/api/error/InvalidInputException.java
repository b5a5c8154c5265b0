package io.pix2pix.api.error;

import java.util.regex.Pattern;

/**
 * Something that a user gave cannot be used: an experiment file, an image, a folder.
 *
 * <p>The message is one line for the user: where, what is wrong, and what would be right. It may
 * name files and keys, and quote what is in them, as they are: what it shows of them is {@link
 * VisibleText}, and line breaks become spaces.
 */
public final class InvalidInputException extends RuntimeException {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

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
    return VisibleText.line(LINE_BREAK.matcher(message).replaceAll(" "));
  }
}
