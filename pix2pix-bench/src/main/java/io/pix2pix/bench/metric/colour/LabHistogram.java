package io.pix2pix.bench.metric.colour;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.Metric;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.metric.colour.LabHistograms.Axis;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the colours of generated images are as frequent as those of targets (paper, figure 7):
 * the intersection of the histograms of L, a and b over the whole set, 1 where they are the same.
 * The paper does not say how wide its bins are; wider ones give higher figures.
 *
 * @param binWidth of a bin, in units of Lab: L from 0 to 100, a and b from -110 to 110, with bins
 *     around whole multiples of it
 */
public record LabHistogram(
    @Setting(
            value = "1",
            min = 0.1,
            max = 20,
            meaning = "units of Lab in a bin; wider bins score higher")
        double binWidth)
    implements Metric {
  private static final ImmutableList<MetricName> QUANTITIES =
      ImmutableList.of(metric("L"), metric("a"), metric("b"));

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return new Intersections(binWidth);
  }

  private static MetricName metric(String axis) {
    return new MetricName("lab-histogram." + axis, "intersection of 0 to 1", Direction.HIGHER);
  }

  private record Intersections(double width) implements MetricAccumulator {
    @Override
    public ImmutableList<MetricName> names() {
      return QUANTITIES;
    }

    @Override
    public ImmutableDoubleArray look(EvaluatedImage image) {
      return LabHistograms.of(width, image.generated(), image.target()).counts();
    }

    @Override
    public double[] figures(List<ImmutableDoubleArray> evidence) {
      var histograms = LabHistograms.sum(width, evidence);
      return Arrays.stream(Axis.values()).mapToDouble(histograms::intersection).toArray();
    }

    @Override
    public boolean judgesSingleImages() {
      return true;
    }
  }
}
