package io.pix2pix.train.game;

import io.pix2pix.api.network.Workers;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What the workers of a training agree on within a step: the learning rate is the chief's, as only
 * the chief knows earlier losses, and all stop where one was asked to.
 *
 * @param learningRate scalar
 * @param agreement absent where one process trains alone
 */
record StepControl(Operand<TFloat32> learningRate, Optional<Agreement> agreement) {

  /**
   * What several workers agree on besides.
   *
   * @param stop is fed 1 by a worker that was asked to stop, else 0; a scalar
   * @param stops how many were asked, a scalar
   */
  record Agreement(Placeholder<TFloat32> stop, Operand<TFloat32> stops) {}

  static StepControl of(Ops tf, Inputs inputs, Workers workers) {
    if (workers.count() == 1) {
      return new StepControl(inputs.learningRate(), Optional.empty());
    }
    var stop = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    var sums = workers.sum(tf, tf.stack(List.of(inputs.learningRate(), stop)));
    return new StepControl(
        tf.stridedSlice(sums, Indices.at(0)),
        Optional.of(new Agreement(stop, tf.stridedSlice(sums, Indices.at(1)))));
  }
}
