package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.random.RandomGenerator;

/**
 * Adds Gaussian noise to pictures, of a strength that is drawn for each pair. Where both images get
 * it and have as many channels, it is the same noise.
 *
 * @param side which pictures
 * @param deviation the greatest standard deviation, on the scale of -1 to 1
 */
public record GaussianNoise(
    @Setting(value = "condition", meaning = Side.MEANING) Side side,
    @Setting(
            value = "0.1",
            meaning =
                "greatest standard deviation on the scale of -1 to 1; drawn from 0 on for each"
                    + " pair",
            min = 0,
            max = 2)
        double deviation)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if {@code deviation} is not between 0 and 2
   */
  public GaussianNoise {
    checkArgument(deviation >= 0 && deviation <= 2, "deviation must be 0 to 2, not %s", deviation);
  }

  /**
   * @throws IllegalArgumentException if it is a label map that would be changed
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    float strength = (float) (deviation * random.nextDouble());
    int channels = side.condition() ? pair.condition().channels() : 0;
    int more = side.target() ? pair.target().channels() : 0;
    var noise = noise(pair.target().shape().withChannels(Math.max(channels, more)).size(), random);
    return side.changed(pair, "noise", image -> noisy(image, noise, strength));
  }

  private static float[] noise(int size, RandomGenerator random) {
    var noise = new float[size];
    for (int i = 0; i < size; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  private static Image noisy(Image image, float[] noise, float strength) {
    float[] values = image.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-1, Math.min(1, values[i] + strength * noise[i]));
    }
    return Image.owning(image.shape(), values);
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    return shape;
  }

  @Override
  public boolean changesOneSide() {
    return side != Side.BOTH;
  }
}
