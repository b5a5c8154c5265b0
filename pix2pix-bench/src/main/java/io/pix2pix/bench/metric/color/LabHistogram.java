package io.pix2pix.bench.metric.color;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.metric.StatisticsOfImages;
import io.pix2pix.bench.metric.color.LabHistograms.Axis;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the colors of generated images are as frequent as those of targets (paper, figure 7): the
 * intersection of the histograms of L, a and b over the whole set, 1 where they are the same. The
 * paper does not say how wide its bins are; wider ones give higher values.
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
  private static final ImmutableList<MetricName> NAMES =
      ImmutableList.of(name("L"), name("a"), name("b"));

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return new StatisticsOfImages(
        NAMES,
        image -> LabHistograms.of(binWidth, image.generated(), image.target()).counts().toArray());
  }

  @Override
  public MetricFunction function() {
    return new Intersections(binWidth);
  }

  private static MetricName name(String axis) {
    return new MetricName("lab-histogram." + axis, "intersection of 0 to 1", Direction.HIGHER);
  }

  private record Intersections(double width) implements MetricFunction {
    @Override
    public double[] compute(PerImageStatistics statistics, int[] counts) {
      var histograms = histograms(statistics, counts);
      return Arrays.stream(Axis.values()).mapToDouble(histograms::intersection).toArray();
    }

    @Override
    public Optional<Histograms> histograms(PerImageStatistics statistics) {
      var all = histograms(statistics, statistics.everyImage());
      return Optional.of(
          new Histograms(
              "Colors",
              "the share of pixels of each shade in Lab (the paper's figure 7)",
              Arrays.stream(Axis.values())
                  .map(all::histogram)
                  .collect(ImmutableList.toImmutableList())));
    }

    private LabHistograms histograms(PerImageStatistics statistics, int[] counts) {
      return new LabHistograms(width, ImmutableDoubleArray.copyOf(statistics.sum(counts)));
    }
  }
}
