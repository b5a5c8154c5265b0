package io.pix2pix.train.run;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A checksum that covers all of {@code run.json}. It stands in the file itself, always at the same
 * place, and counts as dashes there.
 */
final class ProvenanceChecksum {
  private static final String BEFORE = "{\n  \"checksum\" : \"";
  private static final String AFTER = "\",";

  /** Stands for a checksum that is not known yet. */
  private static final String UNKNOWN = "-".repeat(64);

  /** How files begin that were written before they had one. */
  private static final Pattern FORMER = Pattern.compile("(?s)\\s*\\{\\s*\"software\".*");

  private ProvenanceChecksum() {}

  /**
   * Adds its checksum to a text.
   *
   * @param json an object, of which each value begins a line
   */
  static String sealed(String json) {
    var rest = AFTER + json.substring(1);
    return BEFORE + sha256(BEFORE + UNKNOWN + rest) + rest;
  }

  /** Whether a text is what was written, as far as that can be known. */
  static boolean holds(String text) {
    int end = BEFORE.length() + UNKNOWN.length();
    if (!text.startsWith(BEFORE) || text.length() < end) {
      return FORMER.matcher(text).matches();
    }
    return text.substring(BEFORE.length(), end)
        .equals(sha256(BEFORE + UNKNOWN + text.substring(end)));
  }

  private static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
