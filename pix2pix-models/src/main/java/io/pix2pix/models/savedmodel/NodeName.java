package io.pix2pix.models.savedmodel;

import com.google.common.base.Splitter;
import java.util.Optional;

/**
 * An output of a node, as saved graphs name it: {@code node}, {@code node:1}, or within a function
 * {@code node:output:1}.
 *
 * @param node its name
 * @param output the name of its output, where it is said
 * @param index of the output, or within it
 */
record NodeName(String node, Optional<String> output, int index) {

  static NodeName parse(String reference) {
    var parts = Splitter.on(':').splitToList(reference);
    int index = parts.size() == 1 ? 0 : Integer.parseInt(parts.get(parts.size() - 1));
    var output = parts.size() == 3 ? Optional.of(parts.get(1)) : Optional.<String>empty();
    return new NodeName(parts.get(0), output, index);
  }

  /** Whether a reference only says that something happens before. */
  static boolean isControl(String reference) {
    return reference.startsWith("^");
  }
}
