package io.pix2pix.models.normalization;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A batch as a single image whose channels are those of all images, so that what is computed for
 * each channel is computed for each image by itself, with the numbers that it gives alone. Values
 * of a batch of one stay where they are.
 *
 * @param size of the batch {@code [n, h, w, c]}: {@code [4]}
 * @param shape what is known of it before the graph runs
 */
record ImagesAsChannels(Ops tf, Operand<TInt32> size, Shape shape) {

  /**
   * Of the batch {@code x}, {@code [n, h, w, c]}; {@code n}, {@code h} and {@code w} may be
   * unknown.
   */
  static ImagesAsChannels of(Ops tf, Operand<TFloat32> x) {
    return new ImagesAsChannels(tf, tf.shape(x), x.shape());
  }

  /**
   * @param x {@code [n, h, w, c]}
   * @return {@code [1, h, w, n c]}
   */
  Operand<TFloat32> joined(Operand<TFloat32> x) {
    var inward = tf.linalg.transpose(x, tf.constant(new int[] {1, 2, 0, 3}));
    return tf.reshape(
        inward, sizes(tf.constant(new int[] {1}), inside(), tf.constant(new int[] {-1})));
  }

  /**
   * @param ofChannels {@code [c]}
   * @return {@code [n c]}
   */
  Operand<TFloat32> repeated(Operand<TFloat32> ofChannels) {
    return tf.tile(ofChannels, images());
  }

  /**
   * @param joined {@code [1, h, w, n c]}
   * @return {@code [n, h, w, c]}
   */
  Operand<TFloat32> parted(Operand<TFloat32> joined) {
    var channels = tf.constant(new int[] {Math.toIntExact(shape.get(3))});
    var inward = tf.reshape(joined, sizes(inside(), images(), channels));
    var outward = tf.linalg.transpose(inward, tf.constant(new int[] {2, 0, 1, 3}));
    return tf.ensureShape(outward, shape);
  }

  private Operand<TInt32> images() {
    return tf.stridedSlice(size, Indices.sliceTo(1));
  }

  private Operand<TInt32> inside() {
    return tf.stridedSlice(size, Indices.slice(1, 3));
  }

  private Operand<TInt32> sizes(
      Operand<TInt32> first, Operand<TInt32> second, Operand<TInt32> third) {
    return tf.concat(List.of(first, second, third), tf.constant(0));
  }
}
