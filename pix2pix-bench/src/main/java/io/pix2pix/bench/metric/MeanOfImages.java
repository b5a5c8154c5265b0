package io.pix2pix.bench.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.EvaluatedImage;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A accumulator whose figures are the means of what each image says of itself.
 *
 * @param names what each image says
 * @param each one number for each of them
 */
record MeanOfImages(ImmutableList<MetricName> names, Function<EvaluatedImage, double[]> each)
    implements MetricAccumulator {

  /** A accumulator of one metric. */
  static MeanOfImages of(MetricName metric, ToDoubleFunction<EvaluatedImage> each) {
    return new MeanOfImages(
        ImmutableList.of(metric), image -> new double[] {each.applyAsDouble(image)});
  }

  @Override
  public ImmutableDoubleArray look(EvaluatedImage image) {
    return ImmutableDoubleArray.copyOf(each.apply(image));
  }

  @Override
  public double[] figures(List<ImmutableDoubleArray> evidence) {
    var means = Evidence.sum(evidence);
    for (int i = 0; i < means.length; i++) {
      means[i] /= evidence.size();
    }
    return means;
  }

  @Override
  public boolean judgesSingleImages() {
    return true;
  }
}
