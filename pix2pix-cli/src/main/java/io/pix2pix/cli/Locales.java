package io.pix2pix.cli;

import java.util.Optional;

/** Whether names of files can have letters of all languages. */
final class Locales {
  private static final String ENCODING = "sun.jnu.encoding";

  private Locales() {}

  /** What to say where they cannot: the launcher sees to it, others may not. */
  static Optional<String> advice() {
    var encoding = System.getProperty(ENCODING, "UTF-8");
    return encoding.equalsIgnoreCase("UTF-8") || System.getProperty("os.name").startsWith("Windows")
        ? Optional.empty()
        : Optional.of(
            "pix2pix: names of files that are not ASCII cannot be read in this locale (%s); set LC_ALL=C.UTF-8"
                .formatted(encoding));
  }
}
