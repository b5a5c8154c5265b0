package io.pix2pix.api.metric;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.plugin.Role;

/**
 * Measures how good generated images are: each by itself, or all of a set together. An accumulator
 * turns each image into a few statistics, a function turns the statistics of a set into values.
 */
@Role(value = "metric", meaning = "measures generated images against their targets")
public interface Metric {

  /**
   * Gets ready to measure a set of images.
   *
   * @return an accumulator, which the caller closes
   * @throws InvalidInputException if it cannot measure them, for example because they have no
   *     labels; the message says what would be right
   */
  MetricAccumulator open(EvaluationContext context);

  /**
   * How values follow from what an accumulator of this metric, or of one with equal settings, found
   * of images. Reports call it for runs that were measured long ago and elsewhere, so it follows
   * from the settings alone and opens no file.
   */
  MetricFunction function();

  /**
   * Finds out what {@link #open} would refuse, before hours are spent on images that could not be
   * measured. Where opening takes long, a metric does less here.
   *
   * @return what the values would be called
   * @throws InvalidInputException if the metric cannot measure the images
   */
  default ImmutableList<MetricName> check(EvaluationContext context) {
    try (var accumulator = open(context)) {
      return accumulator.names();
    }
  }
}
