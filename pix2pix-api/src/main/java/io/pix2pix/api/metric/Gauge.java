package io.pix2pix.api.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;

/**
 * A metric at work on one set of images. It looks at each image once and notes evidence; the
 * figures of any selection of images follow from their evidence alone. That is what confidence
 * intervals and comparisons of two runs on the same images are drawn from.
 */
public interface Gauge extends AutoCloseable {

  /** What the figures are of, in their order. */
  ImmutableList<Quantity> quantities();

  /**
   * Looks at an image.
   *
   * @return numbers that say all that the figures need to know of it; as many for every image
   * @throws IllegalArgumentException if generated image and target differ in shape
   * @throws io.pix2pix.api.error.InvalidInputException if the metric cannot judge such an image
   */
  ImmutableDoubleArray look(Specimen specimen);

  /**
   * The figures of some images.
   *
   * @param evidence of each, at least one; an image that was drawn twice for a confidence interval
   *     comes twice, as the same object
   * @return one for each of {@link #quantities}; not a number where these images do not tell
   */
  double[] figures(List<ImmutableDoubleArray> evidence);

  /** Whether the figures of one image alone say something of that image. */
  boolean judgesSingleImages();

  /**
   * How often the images are drawn anew for a confidence interval; fewer where figures are slow.
   */
  default int resamples() {
    return 1000;
  }

  /** Gives back what is native. */
  @Override
  default void close() {}
}
