package io.pix2pix.api.network;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/**
 * How a parameter lies in memory while it is trained. Whatever leaves or enters the graph (initial
 * values, checkpoints, imports) has the canonical shape, {@code [height, width, in, out]} for every
 * kernel.
 */
enum KernelLayout {
  /** As it is. */
  CANONICAL {
    @Override
    Shape stored(Shape canonical) {
      return canonical;
    }

    @Override
    <T extends TNumber> Operand<T> toStored(Ops tf, Operand<T> canonical) {
      return canonical;
    }

    @Override
    <T extends TNumber> Operand<T> toCanonical(Ops tf, Operand<T> stored) {
      return stored;
    }
  },

  /** {@code [height, width, out, in]}, which transposed convolutions want. */
  OUT_BEFORE_IN {
    @Override
    Shape stored(Shape canonical) {
      return Shape.of(canonical.get(0), canonical.get(1), canonical.get(3), canonical.get(2));
    }

    @Override
    <T extends TNumber> Operand<T> toStored(Ops tf, Operand<T> canonical) {
      return tf.linalg.transpose(canonical, tf.constant(new int[] {0, 1, 3, 2}));
    }

    @Override
    <T extends TNumber> Operand<T> toCanonical(Ops tf, Operand<T> stored) {
      return tf.linalg.transpose(stored, tf.constant(new int[] {0, 1, 3, 2}));
    }
  };

  abstract Shape stored(Shape canonical);

  abstract <T extends TNumber> Operand<T> toStored(Ops tf, Operand<T> canonical);

  abstract <T extends TNumber> Operand<T> toCanonical(Ops tf, Operand<T> stored);
}
