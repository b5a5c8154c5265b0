package io.pix2pix.onnx.web;

import java.util.Locale;

/**
 * What the template of a page is filled with.
 *
 * @param settings of the page
 */
record PageText(PageSettings settings) {

  String name() {
    return settings.name();
  }

  /** For example {@code 16.7 MB}. */
  String size() {
    return String.format(Locale.ROOT, "%.1f MB", settings.bytes() / 1e6);
  }

  /** For example {@code 256 × 256}. */
  String pixels() {
    return settings.width() + " × " + settings.height();
  }

  /** Whether pictures may have other sizes. */
  boolean free() {
    return !settings.only();
  }

  boolean hasExamples() {
    return !settings.examples().isEmpty();
  }
}
