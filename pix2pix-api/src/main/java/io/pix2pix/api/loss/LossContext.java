package io.pix2pix.api.loss;

import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** What a loss sees when the update of a parameter group is built. */
public interface LossContext {

  /** Where operations go. */
  Ops tf();

  /** The condition {@code x}: {@code [n, h, w, c]}, in {@code [-1, 1]}. */
  Operand<TFloat32> condition();

  /** The target {@code y}: {@code [n, h, w, c']}, in {@code [-1, 1]}. */
  Operand<TFloat32> target();

  /**
   * {@code G(x)}: {@code [n, h, w, c']}, in {@code [-1, 1]}. Where the {@link #mask} is 0 it shows
   * the target, so that no loss sees a difference there.
   */
  Operand<TFloat32> generated();

  /**
   * How much each pixel of the target counts: {@code [n, h, w, 1]}, in {@code [0, 1]}; empty where
   * the data has no masks. Losses that take a mean over pixels take a weighted one.
   */
  default Optional<Operand<TFloat32>> mask() {
    return Optional.empty();
  }

  /** The condition and the target: a sample that D is to call real. */
  default ConditionedImage real() {
    return new ConditionedImage(condition(), target());
  }

  /** The condition and {@code G(x)}: a sample that G wants D to call real. */
  default ConditionedImage fake() {
    return new ConditionedImage(condition(), generated());
  }

  /**
   * The sample that D is to call fake: {@link #fake}, or one of earlier steps where the experiment
   * keeps a pool of them (Shrivastava et al. 2017).
   */
  ConditionedImage pooledFake();

  /**
   * Numbers drawn anew at every step.
   *
   * @param name who draws: another name draws other numbers
   * @param shape any
   * @return of that shape, from 0 to below 1, uniformly distributed
   */
  Operand<TFloat32> uniform(String name, Shape shape);

  /**
   * Numbers drawn anew at every step for each image of the batch: whichever worker has an image, it
   * gets the same.
   *
   * @param name who draws: another name draws other numbers
   * @param shape {@code [n, ...]}, with {@code n} as the {@link #target} has it
   * @return of that shape, from 0 to below 1, uniformly distributed
   */
  default Operand<TFloat32> uniformOfImages(String name, Shape shape) {
    return uniform(name, shape);
  }

  /** The number of the step, a scalar; 0 is the first. */
  Operand<TInt64> step();

  /** How networks behave in this context. */
  Phase phase();

  /**
   * The layers and weights of a parameter group, for a loss that brings a network of its own.
   *
   * @param group a parameter group of the loss's own, neither generator nor discriminator
   */
  Layers layers(ParameterGroup group);

  /**
   * The discriminator as it stands in this update.
   *
   * @throws IllegalStateException if no loss of the experiment trains a discriminator
   */
  DiscriminatorView discriminator();

  /**
   * What a further generator of the experiment makes of images.
   *
   * @param name under which the experiment has it
   * @param image {@code [n, h, w, c]}, in {@code [-1, 1]}
   * @param channels of the result
   * @return {@code [n, h, w, channels]}, in {@code [-1, 1]}
   * @throws IllegalArgumentException if the experiment has none of that name
   */
  default Operand<TFloat32> generate(String name, Operand<TFloat32> image, int channels) {
    throw new IllegalArgumentException("networks.generators: there is no " + name);
  }

  /**
   * A further discriminator of the experiment as it stands in this update.
   *
   * @param name under which the experiment has it
   * @throws IllegalArgumentException if the experiment has none of that name
   */
  default DiscriminatorView discriminator(String name) {
    throw new IllegalArgumentException("networks.discriminators: there is no " + name);
  }

  /** Gradients between tensors, for penalties. */
  Gradients gradients();
}
