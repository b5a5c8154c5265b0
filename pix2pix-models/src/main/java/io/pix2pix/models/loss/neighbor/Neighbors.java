package io.pix2pix.models.loss.neighbor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Pairs of pixels at a distance of each other, all over an image.
 *
 * @param down rows from the one to the other, 0 or more
 * @param right columns from the one to the other; negative to the left
 */
record Neighbors(int down, int right) {

  /** A pixel and the one below it. */
  static final Neighbors BELOW = new Neighbors(1, 0);

  /** A pixel and the one on its right. */
  static final Neighbors RIGHT = new Neighbors(0, 1);

  /** Every pair of pixels that are at most so many rows and columns apart, once. */
  static ImmutableList<Neighbors> within(int radius) {
    var pairs = ImmutableList.<Neighbors>builder();
    for (int down = 0; down <= radius; down++) {
      for (int right = down == 0 ? 1 : -radius; right <= radius; right++) {
        pairs.add(new Neighbors(down, right));
      }
    }
    return pairs.build();
  }

  /**
   * What each pixel has less than its neighbor.
   *
   * @param image {@code [n, h, w, c]}
   * @return {@code [n, h - down, w - |right|, c]}
   * @throws IllegalArgumentException if the image has no such pairs
   */
  Operand<TFloat32> difference(Ops tf, Operand<TFloat32> image) {
    int across = Math.abs(right);
    long height = image.shape().get(1) - down;
    long width = image.shape().get(2) - across;
    checkArgument(
        height >= 1 && width >= 1,
        "an image of %s pixels is too small to compare neighbors; it needs at least %s",
        image.shape().get(2) + "x" + image.shape().get(1),
        (across + 1) + "x" + (down + 1));
    var size =
        new int[] {
          (int) image.shape().get(0), (int) height, (int) width, (int) image.shape().get(3)
        };
    var pixel = part(tf, image, 0, Math.max(-right, 0), size);
    var neighbor = part(tf, image, down, Math.max(right, 0), size);
    return tf.math.sub(neighbor, pixel);
  }

  private static Operand<TFloat32> part(
      Ops tf, Operand<TFloat32> image, int top, int left, int[] size) {
    return tf.slice(image, tf.constant(new int[] {0, top, left, 0}), tf.constant(size));
  }
}
