package io.pix2pix.api.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * The part of a metric that needs images, and perhaps a network or data: it looks at each image
 * once and gives the statistics from which a {@link MetricFunction} computes values. Used by one
 * thread at a time.
 */
public interface MetricAccumulator extends AutoCloseable {

  /** What the values of the metric are called, in their order; at least one. */
  ImmutableList<MetricName> names();

  /**
   * Looks at an image.
   *
   * @return all that the metric's function needs to know of it; as many numbers for every image.
   *     They are stored as 32-bit floats
   * @throws IllegalArgumentException if generated image and target differ in shape
   * @throws io.pix2pix.api.error.InvalidInputException if the metric cannot judge such an image
   */
  ImmutableDoubleArray update(EvaluatedImage image);

  /**
   * Numbers that the metric's function needs besides those of images, by name: for example the mean
   * features of the training set. Asked for once, after the last image.
   */
  default ImmutableMap<String, ImmutableDoubleArray> constants() {
    return ImmutableMap.of();
  }

  /** Gives back what is native. */
  @Override
  default void close() {}
}
