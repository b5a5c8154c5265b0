package io.pix2pix.bench.study;

import java.util.List;

/**
 * Something that varies in a study.
 *
 * @param name of the axis, for example {@code objective}
 * @param values what the study calls its values, in their order
 */
public record Axis(String name, List<String> values) {
  /** Copies the list. */
  public Axis {
    values = List.copyOf(values);
  }
}
