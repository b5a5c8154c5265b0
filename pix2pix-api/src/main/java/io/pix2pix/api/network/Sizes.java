package io.pix2pix.api.network;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Shapes as operands: constants where all is known, computed when the graph runs where not. */
final class Sizes {
  private Sizes() {}

  /** The shape of {@code x}. */
  static Operand<TInt32> of(Ops tf, Operand<TFloat32> x) {
    return x.shape().hasUnknownDimension() ? tf.shape(x) : tf.constant(asInts(x.shape()));
  }

  /** The shape that the share {@code x} of a batch has with the shares of all workers. */
  static Operand<TInt32> ofWhole(Ops tf, Operand<TFloat32> x, Workers workers) {
    return workers.count() == 1 ? of(tf, x) : tf.constant(asInts(workers.whole(x.shape())));
  }

  /** The shape of the first of a batch {@code x}, as a batch of one. */
  static Operand<TInt32> ofOne(Ops tf, Operand<TFloat32> x) {
    var one = Shape.of(1).append(x.shape().tail());
    if (!one.hasUnknownDimension()) {
      return tf.constant(asInts(one));
    }
    var rest = tf.stridedSlice(tf.shape(x), Indices.sliceFrom(1));
    return tf.concat(List.of(tf.constant(new int[] {1}), rest), tf.constant(0));
  }

  /**
   * The shape of feature maps that follow from others.
   *
   * @param x {@code [n, h, w, c]}; sizes may be unknown
   * @param factor by which height and width grow
   * @param more what is added to height and width after that
   * @param channels of the result
   * @return {@code [n, factor h + more, factor w + more, channels]}
   */
  static Operand<TInt32> scaled(Ops tf, Operand<TFloat32> x, int factor, int more, int channels) {
    if (!x.shape().hasUnknownDimension()) {
      var size = asInts(x.shape());
      return tf.constant(
          new int[] {size[0], factor * size[1] + more, factor * size[2] + more, channels});
    }
    var size = new ArrayList<Operand<TInt32>>();
    size.add(dimension(tf, x, 0));
    for (int edge = 1; edge <= 2; edge++) {
      var grown = tf.math.mul(dimension(tf, x, edge), tf.constant(factor));
      size.add(tf.math.add(grown, tf.constant(more)));
    }
    size.add(tf.constant(channels));
    return tf.stack(size);
  }

  private static Operand<TInt32> dimension(Ops tf, Operand<TFloat32> x, int index) {
    long known = x.shape().get(index);
    return known >= 0
        ? tf.constant(Math.toIntExact(known))
        : tf.stridedSlice(tf.shape(x), Indices.at(index));
  }

  private static int[] asInts(Shape shape) {
    var sizes = new int[shape.numDimensions()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.toIntExact(shape.get(i));
    }
    return sizes;
  }
}
