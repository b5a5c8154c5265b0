package io.pix2pix.api.error;

/**
 * Something that a user gave cannot be used: an experiment file, an image, a folder.
 *
 * <p>The message is one line for the user: where, what is wrong, and what would be right. It may
 * name files and keys as they are: what it shows of them is {@link VisibleText}.
 */
public final class InvalidInputException extends RuntimeException {

  /**
   * @param message where, what is wrong; what would be right
   */
  public InvalidInputException(String message) {
    super(VisibleText.lines(message));
  }

  /**
   * @param message where, what is wrong; what would be right
   * @param cause what was caught
   */
  public InvalidInputException(String message, Throwable cause) {
    super(VisibleText.lines(message), cause);
  }
}
