package io.pix2pix.api.network;

import com.google.common.hash.Hashing;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Where chance comes from: nothing but the seed of the run, the step, and the name of the layer, so
 * that every step can be repeated.
 *
 * @param seed of the run
 * @param step scalar
 */
public record Noise(long seed, Operand<TInt64> step) {

  /**
   * The seed of one stateless random operation.
   *
   * @param name of the layer that draws
   * @return {@code [2]}
   */
  Operand<TInt64> seedOf(Ops tf, String name) {
    return tf.stack(List.of(tf.constant(fingerprint(seed, name)), step));
  }

  /**
   * Numbers drawn anew at every step.
   *
   * @param name of who draws
   * @param shape any
   * @return of that shape, from 0 to below 1, uniformly distributed
   */
  public Operand<TFloat32> uniform(Ops tf, String name, Shape shape) {
    return tf.random.statelessRandomUniform(tf.constant(shape), seedOf(tf, name));
  }

  /** A number that follows from seed and name alone, on every machine. */
  static long fingerprint(long seed, String name) {
    return Hashing.farmHashFingerprint64()
        .newHasher()
        .putLong(seed)
        .putUnencodedChars(name)
        .hash()
        .asLong();
  }
}
