package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.random.RandomGenerator;

/**
 * Swaps left and right at random, in both images of a pair.
 *
 * @param probability of a pair to be mirrored
 */
public record Mirror(
    @Setting(value = "0.5", meaning = "probability of a pair to be mirrored", min = 0, max = 1)
        double probability)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if {@code probability} is not between 0 and 1
   */
  public Mirror {
    checkArgument(
        probability >= 0 && probability <= 1,
        "probability must be between 0 and 1, not %s",
        probability);
  }

  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    return random.nextDouble() < probability ? pair.changed(Mirror::mirrored) : pair;
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    return shape;
  }

  private static Image mirrored(Image image) {
    int channels = image.channels();
    var row = new float[image.width() * channels];
    var mirrored = new float[image.shape().size()];
    for (int y = 0; y < image.height(); y++) {
      image.copyRow(y, row, 0);
      int to = y * row.length;
      for (int from = row.length - channels; from >= 0; from -= channels) {
        for (int channel = 0; channel < channels; channel++) {
          mirrored[to++] = row[from + channel];
        }
      }
    }
    return Image.owning(image.shape(), mirrored);
  }
}
