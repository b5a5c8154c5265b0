package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file to make.
 *
 * @param inputs that it is made of
 * @param output that is made, at once and complete, or not at all
 * @param work makes it; its folder is there
 */
public record FileTask(ImmutableList<Path> inputs, Path output, Runnable work) {

  /** Whether the output is missing or older than an input. */
  boolean isMissing() {
    try {
      if (Files.notExists(output)) {
        return true;
      }
      var made = Files.getLastModifiedTime(output);
      for (var input : inputs) {
        if (Files.getLastModifiedTime(input).compareTo(made) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new InvalidInputException(output + ": cannot be looked at (" + e + "); give access", e);
    }
  }

  void run() {
    try {
      Files.createDirectories(output.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new InvalidInputException(
          output + ": its folder cannot be made (" + e + "); free space or give access", e);
    }
    work.run();
  }
}
