package io.pix2pix.cli.serving;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run as it was given.
 *
 * @param name that it is asked under, if one was given
 * @param folder of the run
 */
record NamedRun(Optional<String> name, String folder) {

  /** A folder may have an equals sign in its own name. */
  static NamedRun of(String argument) {
    int sign = argument.indexOf('=');
    return sign < 0 || Files.exists(Path.of(argument))
        ? new NamedRun(Optional.empty(), argument)
        : new NamedRun(Optional.of(argument.substring(0, sign)), argument.substring(sign + 1));
  }
}
