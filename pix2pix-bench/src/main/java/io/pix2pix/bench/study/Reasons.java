package io.pix2pix.bench.study;

import io.pix2pix.api.error.InvalidInputException;
import java.util.regex.Pattern;

/** Says in one line why a cell failed. */
final class Reasons {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private Reasons() {}

  static String of(RuntimeException failure) {
    var words =
        failure instanceof InvalidInputException && failure.getMessage() != null
            ? failure.getMessage()
            : failure.toString();
    return LINE_BREAK.matcher(words).replaceAll(" ");
  }
}
