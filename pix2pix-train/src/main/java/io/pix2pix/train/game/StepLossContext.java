package io.pix2pix.train.game;

import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.DiscriminatorView;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Workers;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * What the losses of one parameter group see in its update.
 *
 * @param noise where chance comes from
 * @param networks as they stand in this update
 * @param discriminates whether there is a discriminator to ask
 * @param workers who have the other images of the batch
 */
record StepLossContext(
    Ops tf,
    Images images,
    Operand<TInt64> step,
    Noise noise,
    Phase phase,
    GraphNetworks networks,
    DiscriminatorView discriminator,
    boolean discriminates,
    Gradients gradients,
    Workers workers)
    implements LossContext {

  @Override
  public Operand<TFloat32> condition() {
    return images.condition();
  }

  @Override
  public Operand<TFloat32> target() {
    return images.target();
  }

  @Override
  public Operand<TFloat32> generated() {
    return images.generated();
  }

  @Override
  public Optional<Operand<TFloat32>> mask() {
    return images.mask();
  }

  @Override
  public ConditionedImage pooledFake() {
    return images.pooledFake();
  }

  @Override
  public Operand<TFloat32> uniform(String name, Shape shape) {
    return noise.uniform(tf, name, shape);
  }

  @Override
  public Operand<TFloat32> uniformOfImages(String name, Shape shape) {
    return workers.own(tf, uniform(name, workers.whole(shape)));
  }

  @Override
  public Layers layers(ParameterGroup group) {
    return networks.layers().apply(group);
  }

  @Override
  public DiscriminatorView discriminator() {
    if (!discriminates) {
      throw new IllegalStateException(
          "losses: one of them asks the discriminator, but none trains it; add {name:"
              + " adversarial}");
    }
    return discriminator;
  }

  @Override
  public Operand<TFloat32> generate(String name, Operand<TFloat32> image, int channels) {
    return networks.generate(name, image, channels);
  }

  @Override
  public DiscriminatorView discriminator(String name) {
    return networks.discriminator(name);
  }

  /**
   * What all parameter groups look at.
   *
   * @param condition {@code [n, h, w, c]}
   * @param target {@code [n, h, w, c']}
   * @param generated {@code [n, h, w, c']}
   * @param pooledFake what D is to call fake
   * @param mask {@code [n, h, w, 1]}, in {@code [0, 1]}; empty where the data has no masks
   */
  record Images(
      Operand<TFloat32> condition,
      Operand<TFloat32> target,
      Operand<TFloat32> generated,
      ConditionedImage pooledFake,
      Optional<Operand<TFloat32>> mask) {}
}
