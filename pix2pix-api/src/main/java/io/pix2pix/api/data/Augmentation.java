package io.pix2pix.api.data;

import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Role;
import java.util.random.RandomGenerator;

/** Changes a training pair at random, condition and target alike. */
@Role(value = "augmentation", meaning = "changes training pairs at random")
public interface Augmentation {

  /**
   * A changed pair.
   *
   * @param random the only source of chance; what it gives follows from seed, epoch and position
   */
  ImagePair apply(ImagePair pair, RandomGenerator random);

  /**
   * The shape of a changed pair.
   *
   * @throws IllegalArgumentException if pairs of that shape cannot be taken, for example when
   *     smaller than the crop
   */
  PairShape shapeOf(PairShape shape);
}
