package io.pix2pix.api.data;

import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Role;
import java.util.random.RandomGenerator;

/**
 * Changes a training pair at random. What moves pixels moves those of both images alike, and of the
 * mask; {@link ImagePair#changed} does so. Images may have any number of channels, and {@link
 * ImagePair#labels} says which are label maps, whose values must not be mixed.
 */
@Role(value = "augmentation", meaning = "changes training pairs at random")
public interface Augmentation {

  /**
   * A changed pair. It says of labels what the given one says, and has a mask if that has one: see
   * {@link ImagePair#with}.
   *
   * @param random the only source of chance; what it gives follows from seed, epoch and position
   * @throws IllegalArgumentException if such a pair cannot be changed in this way
   */
  ImagePair apply(ImagePair pair, RandomGenerator random);

  /**
   * The shape of a changed pair.
   *
   * @throws IllegalArgumentException if pairs of that shape cannot be taken, for example when
   *     smaller than the crop
   */
  PairShape shapeOf(PairShape shape);

  /**
   * Whether it changes one image and leaves the other as it is. It then comes after what a data set
   * makes anew of a changed target, such as a condition with a hole, if no other follows.
   */
  default boolean changesOneSide() {
    return false;
  }
}
