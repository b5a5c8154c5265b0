package io.pix2pix.bench.metric.color;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.metric.color.LabHistograms.Axis;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the colors of generated images are as frequent as those of targets (paper, figure 7):
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
  private static final ImmutableList<Quantity> QUANTITIES =
      ImmutableList.of(quantity("L"), quantity("a"), quantity("b"));

  @Override
  public Gauge open(Surroundings surroundings) {
    return new Intersections(binWidth);
  }

  private static Quantity quantity(String axis) {
    return new Quantity("lab-histogram." + axis, "intersection of 0 to 1", Better.HIGHER);
  }

  private record Intersections(double width) implements Gauge {
    @Override
    public ImmutableList<Quantity> quantities() {
      return QUANTITIES;
    }

    @Override
    public ImmutableDoubleArray look(Specimen specimen) {
      return LabHistograms.of(width, specimen.generated(), specimen.target()).counts();
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
