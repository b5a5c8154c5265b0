package io.pix2pix.train.game;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.MachineMemory;
import java.util.Optional;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * What is fed to a step.
 *
 * @param condition {@code [n, h, w, c]}, in {@code [-1, 1]}
 * @param target {@code [n, h, w, c']}, in {@code [-1, 1]}
 * @param step its number, a scalar; 0 is the first
 * @param batch the number of the batch, a scalar; 0 is the first of the training. Noise follows
 *     from it: a step in which D takes several of its own has as many batches
 * @param learningRate scalar
 * @param mask {@code [n, h, w, 1]}, in {@code [0, 1]}; empty where the data has no masks
 */
record Inputs(
    Placeholder<TFloat32> condition,
    Placeholder<TFloat32> target,
    Placeholder<TInt64> step,
    Placeholder<TInt64> batch,
    Placeholder<TFloat32> learningRate,
    Optional<Placeholder<TFloat32>> mask) {

  /**
   * @param masked whether pairs have masks
   */
  static Inputs of(Ops tf, PairShape shape, int batchSize, boolean masked) {
    return new Inputs(
        images(tf, batchSize, shape.condition()),
        images(tf, batchSize, shape.target()),
        tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar())),
        tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar())),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())),
        masked
            ? Optional.of(images(tf, batchSize, shape.target().withChannels(1)))
            : Optional.empty());
  }

  /** Channels of the target. */
  int channels() {
    return Math.toIntExact(target.shape().get(3));
  }

  private static Placeholder<TFloat32> images(Ops tf, int n, ImageShape shape) {
    var batch = Shape.of(n, shape.height(), shape.width(), shape.channels());
    MachineMemory.require(
        "training.batchSize: batches of %,d images of %dx%d"
            .formatted(n, shape.width(), shape.height()),
        MachineMemory.bytes(batch),
        "lower it, or the size of the images");
    return tf.placeholder(TFloat32.class, Placeholder.shape(batch));
  }
}
