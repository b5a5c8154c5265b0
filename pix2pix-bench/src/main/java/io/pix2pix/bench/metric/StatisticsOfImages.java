package io.pix2pix.bench.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * An accumulator that needs nothing but the image at hand.
 *
 * @param names of the metric's values
 * @param each the statistics of an image
 */
public record StatisticsOfImages(
    ImmutableList<MetricName> names, Function<EvaluatedImage, double[]> each)
    implements MetricAccumulator {

  /** An accumulator of one number of each image. */
  static StatisticsOfImages of(MetricName name, ToDoubleFunction<EvaluatedImage> each) {
    return new StatisticsOfImages(
        ImmutableList.of(name), image -> new double[] {each.applyAsDouble(image)});
  }

  @Override
  public ImmutableDoubleArray update(EvaluatedImage image) {
    return ImmutableDoubleArray.copyOf(each.apply(image));
  }
}
