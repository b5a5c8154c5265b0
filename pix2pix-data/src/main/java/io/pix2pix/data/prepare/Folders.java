package io.pix2pix.data.prepare;

import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of the folders of a preparation. */
final class Folders {
  private static final int NAMED = 10;

  private Folders() {}

  /**
   * Refuses a result among its inputs: it would become an input the next time.
   *
   * @throws InvalidInputException if one lies in the other
   */
  static void requireApart(Path input, Path output) {
    var in = input.toAbsolutePath().normalize();
    var out = output.toAbsolutePath().normalize();
    if (out.startsWith(in) || in.startsWith(out)) {
      throw new InvalidInputException(
          "%s: lies in %s, or the other way round; choose a folder beside it"
              .formatted(output, input));
    }
  }

  /**
   * Refuses inputs that have something wrong with them.
   *
   * @param problems each in a line; may be empty
   * @param where for the message
   */
  static void requireNone(List<String> problems, Path where) {
    if (problems.size() == 1) {
      throw new InvalidInputException(problems.get(0));
    } else if (!problems.isEmpty()) {
      throw new InvalidInputException(
          problems.stream()
              .limit(NAMED)
              .collect(
                  Collectors.joining(
                      " | ",
                      "%s: %d files cannot be used: ".formatted(where, problems.size()),
                      problems.size() > NAMED ? " | ..." : "")));
    }
  }
}
