package io.pix2pix.api.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * The part of a metric that is arithmetic: from the statistics of images to values. It is made from
 * the metric's settings alone, needs no model and no data, and always gives the same. Intervals,
 * comparisons of runs and reports compute with it, long after the images are gone.
 */
@FunctionalInterface
public interface MetricFunction {

  /**
   * The values of a selection of images.
   *
   * @param statistics of all images
   * @param counts {@code [images]}: how often each is in the selection, 0 and above; more than once
   *     where a confidence interval drew it several times. At least one is above 0
   * @return one for each of {@link MetricAccumulator#names}; not a number where these images do not
   *     tell
   */
  double[] compute(PerImageStatistics statistics, int[] counts);

  /** Whether the values of one image alone say something of that image. */
  default boolean describesSingleImages() {
    return true;
  }

  /** How often images are drawn for a confidence interval; fewer where computing is slow. */
  default int resamples() {
    return 1000;
  }

  /**
   * The same for many selections of the same images. Override it where they can share work.
   *
   * @param statistics of all images
   */
  default Selections over(PerImageStatistics statistics) {
    return counts -> compute(statistics, counts);
  }

  /**
   * Values that are of the target images, and not of the generated ones: by their names, the names
   * of the values of generated images that they are the same of. No run changes them, so that
   * reports show them once, as ground truth, in the column of the latter.
   */
  default ImmutableMap<String, String> groundTruth() {
    return ImmutableMap.of();
  }

  /**
   * Histograms that a report draws.
   *
   * @param statistics of all images
   */
  default Optional<Histograms> histograms(PerImageStatistics statistics) {
    return Optional.empty();
  }

  /** The values of any selection of the same images. */
  @FunctionalInterface
  interface Selections {
    /** As {@link MetricFunction#compute}. */
    double[] compute(int[] counts);
  }

  /**
   * Distributions of something over a set of images.
   *
   * @param title of the plots
   * @param meaning one sentence: what is counted
   * @param axes a plot each
   */
  record Histograms(String title, String meaning, ImmutableList<Histogram> axes) {}
}
