package io.pix2pix.train.game;

import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.loss.Judge;
import io.pix2pix.api.loss.Scene;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Player;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The scene as one player sees it in its turn.
 *
 * @param noise where chance comes from
 * @param networks gives the layers of a player, read in this turn
 * @param discriminates whether there is a discriminator to ask
 */
record TurnScene(
    Ops tf,
    Images images,
    Operand<TInt64> step,
    Noise noise,
    Phase phase,
    Function<Player, Layers> networks,
    Judge discriminator,
    boolean discriminates,
    Gradients gradients)
    implements Scene {

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
  public ConditionedImage remembered() {
    return images.remembered();
  }

  @Override
  public Operand<TFloat32> uniform(String name, Shape shape) {
    return noise.uniform(tf, name, shape);
  }

  @Override
  public Layers layers(Player player) {
    return networks.apply(player);
  }

  @Override
  public Judge judge() {
    if (!discriminates) {
      throw new IllegalStateException(
          "losses: one of them asks the discriminator, but none trains it; add {name:"
              + " adversarial}");
    }
    return discriminator;
  }

  /**
   * What all players look at.
   *
   * @param condition {@code [n, h, w, c]}
   * @param target {@code [n, h, w, c']}
   * @param generated {@code [n, h, w, c']}
   * @param remembered what D is to call fake
   */
  record Images(
      Operand<TFloat32> condition,
      Operand<TFloat32> target,
      Operand<TFloat32> generated,
      ConditionedImage remembered) {}
}
