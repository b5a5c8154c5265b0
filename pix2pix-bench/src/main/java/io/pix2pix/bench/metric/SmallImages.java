package io.pix2pix.bench.metric;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.data.Pairs;

/** Images that have fewer pixels than a metric looks at together. */
final class SmallImages {
  private SmallImages() {}

  /**
   * Refuses pairs whose targets are too small.
   *
   * @param edge pixels that width and height must have
   * @param metric its name
   * @throws InvalidInputException if a target is smaller; the message names it
   */
  static void refuse(Pairs pairs, int edge, String metric) {
    for (int i = 0; i < pairs.size(); i++) {
      var shape = pairs.shape(i).target();
      if (Math.min(shape.height(), shape.width()) < edge) {
        throw new InvalidInputException(
            "%s: %s pixels; %s looks through windows of %dx%d pixels: leave it out"
                .formatted(pairs.name(i), shape.widthByHeight(), metric, edge, edge));
      }
    }
  }
}
