package io.pix2pix.api;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.plugin.Role;

/** Measures how far a generated image is from its target. */
@Role(value = "metric", meaning = "measures generated images against their targets")
public interface Metric {

  /**
   * The figure of one image.
   *
   * @param generated {@code G(x)}, in {@code [-1, 1]}
   * @param target {@code y}, in {@code [-1, 1]}, of the same shape
   * @throws IllegalArgumentException if the shapes differ
   */
  double measure(Image generated, Image target);

  /** The unit and range of the figure, for table heads; for example {@code dB}. */
  String unit();

  /** Whether more is better. */
  boolean higherIsBetter();
}
