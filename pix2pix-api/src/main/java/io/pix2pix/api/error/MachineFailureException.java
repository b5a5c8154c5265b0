package io.pix2pix.api.error;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * The machine could not do what was asked, though nothing is wrong with what it was asked: the disk
 * was full, or a file was lost on the way from another machine. The same may go well another time;
 * a study tries cells again that end by it.
 */
public final class MachineFailureException extends InvalidInputException {

  private MachineFailureException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What to tell of a file that could not be read or written: a failure of the machine, unless the
   * file is missing, in the way, or not the user's, which will be so the next time, too.
   *
   * @param message where, what is wrong; what would be right
   * @param cause what was caught
   */
  public static InvalidInputException of(String message, IOException cause) {
    boolean lasts =
        cause instanceof NoSuchFileException
            || cause instanceof FileNotFoundException
            || cause instanceof NotDirectoryException
            || cause instanceof FileAlreadyExistsException
            || cause instanceof DirectoryNotEmptyException
            || cause instanceof AccessDeniedException;
    return lasts
        ? new InvalidInputException(message, cause)
        : new MachineFailureException(message, cause);
  }
}
