package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Quantity;

/** The three numbers of label maps, as quantities. */
final class Scores {
  private Scores() {}

  /** What {@link ConfusionMatrix#scores} gives, in this order. */
  static ImmutableList<Quantity> quantities(String metric) {
    return quantities(metric + ".", Better.HIGHER);
  }

  /** The same of real images: what the generated ones cannot be expected to exceed. */
  static ImmutableList<Quantity> ceiling(String metric) {
    return quantities(metric + ".real.", Better.NEITHER);
  }

  private static ImmutableList<Quantity> quantities(String prefix, Better better) {
    return ImmutableList.of(
        new Quantity(prefix + "pixel-accuracy", "of 0 to 1", better),
        new Quantity(prefix + "class-accuracy", "of 0 to 1", better),
        new Quantity(prefix + "class-iou", "of 0 to 1", better));
  }
}
