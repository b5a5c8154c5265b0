package io.pix2pix.api;

import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.api.plugin.Role;

/** Measures how good generated images are: each by itself, or all of a set together. */
@Role(value = "metric", meaning = "measures generated images against their targets")
public interface Metric {

  /**
   * Gets ready to measure a set of images.
   *
   * @return a gauge, which the caller closes
   * @throws InvalidInputException if it cannot measure them, for example because they have no
   *     labels; the message says what would be right
   */
  Gauge open(Surroundings surroundings);
}
