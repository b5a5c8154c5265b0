package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;

/** The three numbers of label maps, as names. */
final class Scores {
  private Scores() {}

  /** What {@link ConfusionMatrix#scores} gives, in this order. */
  static ImmutableList<MetricName> names(String metric) {
    return names(metric + ".", Direction.HIGHER);
  }

  /** The same of real images: what the generated ones cannot be expected to exceed. */
  static ImmutableList<MetricName> ceiling(String metric) {
    return names(metric + ".real.", Direction.NEITHER);
  }

  private static ImmutableList<MetricName> names(String prefix, Direction direction) {
    return ImmutableList.of(
        new MetricName(prefix + "pixel-accuracy", "of 0 to 1", direction),
        new MetricName(prefix + "class-accuracy", "of 0 to 1", direction),
        new MetricName(prefix + "class-iou", "of 0 to 1", direction));
  }
}
