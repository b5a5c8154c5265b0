package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * The evidence that one gauge has of the images of a set.
 *
 * @param gauge that looked at them, still open
 * @param evidence of each image, in their order
 */
public record Measured(Gauge gauge, ImmutableList<ImmutableDoubleArray> evidence) {
  private static final long SEED = 1;

  /** The figures of all images, without their intervals: these take time. */
  public double[] values() {
    return gauge.figures(evidence);
  }

  /** The figures of all images, with their intervals. */
  public ImmutableList<Figure> figures() {
    var values = values();
    var intervals =
        new Bootstrap(gauge.resamples(), SEED)
            .intervals(evidence.size(), positions -> gauge.figures(at(positions)));
    var figures = ImmutableList.<Figure>builder();
    for (int i = 0; i < values.length; i++) {
      figures.add(new Figure(quantities().get(i), values[i], intervals.get(i)));
    }
    return figures.build();
  }

  /** What the figures are of. */
  public ImmutableList<Quantity> quantities() {
    return gauge.quantities();
  }

  /** The figures of each image alone, in their order; none where these say nothing. */
  public ImmutableList<double[]> ofEach() {
    return gauge.judgesSingleImages()
        ? evidence.stream()
            .map(one -> gauge.figures(ImmutableList.of(one)))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private List<ImmutableDoubleArray> at(int[] positions) {
    return Arrays.stream(positions).mapToObj(evidence::get).toList();
  }
}
