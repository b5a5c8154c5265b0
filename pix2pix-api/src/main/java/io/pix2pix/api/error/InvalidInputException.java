package io.pix2pix.api.error;

/**
 * Something that a user gave cannot be used: an experiment file, an image, a folder.
 *
 * <p>The message is one line for the user: where, what is wrong, and what would be right.
 */
public final class InvalidInputException extends RuntimeException {

  /**
   * @param message where, what is wrong; what would be right
   */
  public InvalidInputException(String message) {
    super(message);
  }

  /**
   * @param message where, what is wrong; what would be right
   * @param cause what was caught
   */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
