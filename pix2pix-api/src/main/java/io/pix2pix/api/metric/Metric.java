package io.pix2pix.api.metric;

import io.pix2pix.api.error.InvalidInputException;

import com.google.common.collect.ImmutableList;
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

  /**
   * Finds out what {@link #open} would refuse, before hours are spent on images that could not be
   * measured. Where opening takes long, a metric does less here.
   *
   * @return what the gauge would give figures of
   * @throws InvalidInputException if the metric cannot measure the images
   */
  default ImmutableList<Quantity> check(Surroundings surroundings) {
    try (var gauge = open(surroundings)) {
      return gauge.quantities();
    }
  }
}
