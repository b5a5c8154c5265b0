package io.pix2pix.cli.illustration;

import io.pix2pix.api.image.Image;
import io.pix2pix.data.resize.Resampling;
import java.util.Random;

/** The picture that a loss begins with. */
public enum Start {
  /** The target, an eighth of its size and enlarged again. */
  BLURRED {
    @Override
    Image of(Image target) {
      return blurred(target);
    }
  },
  /** The target with noise. */
  NOISY {
    @Override
    Image of(Image target) {
      return mixed(target, 1);
    }
  },
  /** Noise around gray. */
  NOISE {
    @Override
    Image of(Image target) {
      return mixed(target, 0);
    }
  },
  /** Gray everywhere. */
  GRAY {
    @Override
    Image of(Image target) {
      return Image.owning(target.shape(), new float[target.shape().size()]);
    }
  };

  private static final float SPREAD = 0.2f;

  /** The picture for a target, of the same shape. */
  abstract Image of(Image target);

  private static Image blurred(Image target) {
    int height = Math.max(1, target.height() / 8);
    int width = Math.max(1, target.width() / 8);
    var small = Resampling.BILINEAR.resize(target, height, width);
    return Resampling.BILINEAR.resize(small, target.height(), target.width());
  }

  private static Image mixed(Image target, float share) {
    var random = new Random(1);
    var values = target.toArray();
    for (int i = 0; i < values.length; i++) {
      float value = share * values[i] + SPREAD * (float) random.nextGaussian();
      values[i] = Math.max(-1, Math.min(1, value));
    }
    return Image.owning(target.shape(), values);
  }
}
