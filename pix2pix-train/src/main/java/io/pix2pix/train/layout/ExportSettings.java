package io.pix2pix.train.layout;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;
import java.util.Optional;

/**
 * How a generator is exported.
 *
 * @param weights the trained or the averaged ones
 * @param size height and width of the images that it takes, whose channels do not count; if absent,
 *     every size that the generator takes
 * @param statistics what batch normalization uses
 * @param noise whether dropout drops
 * @param license an identifier such as {@code apache-2.0}, under which it is given away
 */
public record ExportSettings(
    WeightSelection weights,
    Optional<ImageShape> size,
    Statistics statistics,
    boolean noise,
    Optional<String> license) {

  /** As the paper has it, but without noise: every size, the statistics of each image. */
  public static ExportSettings usual(WeightSelection weights) {
    return new ExportSettings(weights, Optional.empty(), Statistics.BATCH, false, Optional.empty());
  }

  /** How its layers behave. */
  public Phase phase() {
    return Phase.translation(statistics, noise);
  }
}
