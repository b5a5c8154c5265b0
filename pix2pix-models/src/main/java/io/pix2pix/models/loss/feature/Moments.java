package io.pix2pix.models.loss.feature;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * What is left of a feature map when one forgets where its features are.
 *
 * @param vectors {@code [n, p, c]}: a feature for each place
 */
record Moments(Operand<TFloat32> vectors) {

  /** All places of a feature map {@code [n, h, w, c]}. */
  static Moments of(Ops tf, Operand<TFloat32> map) {
    var shape = map.shape();
    return new Moments(
        tf.reshape(map, tf.array(shape.get(0), shape.get(1) * shape.get(2), shape.get(3))));
  }

  /** The number of places. */
  long places() {
    return vectors.shape().get(1);
  }

  /** The number of channels. */
  long channels() {
    return vectors.shape().get(2);
  }

  /** The mean feature, {@code [n, 1, c]}. */
  Operand<TFloat32> mean(Ops tf) {
    return tf.math.mean(vectors, tf.constant(1), Mean.keepDims(true));
  }

  /** The same features without their mean. */
  Moments centered(Ops tf) {
    return new Moments(tf.math.sub(vectors, mean(tf)));
  }

  /** The products of all pairs of channels, added up over the places: {@code [n, c, c]}. */
  Operand<TFloat32> products(Ops tf) {
    return tf.linalg.einsum(List.of(vectors, vectors), "npi,npj->nij");
  }
}
