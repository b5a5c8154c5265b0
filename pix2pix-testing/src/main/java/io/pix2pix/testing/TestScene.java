package io.pix2pix.testing;

import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.loss.Judge;
import io.pix2pix.api.loss.Scene;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Player;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A scene of given images, to try a loss in, at step 0 of a training.
 *
 * @param graph where operations go
 * @param condition {@code [n, h, w, c]}
 * @param target {@code [n, h, w, c']}
 * @param generated {@code [n, h, w, c']}
 * @param judge stands for the discriminator
 */
public record TestScene(
    TestGraph graph,
    Operand<TFloat32> condition,
    Operand<TFloat32> target,
    Operand<TFloat32> generated,
    Judge judge)
    implements Scene {

  /** A scene without a discriminator. */
  public static TestScene of(
      TestGraph graph,
      Operand<TFloat32> condition,
      Operand<TFloat32> target,
      Operand<TFloat32> generated) {
    return new TestScene(
        graph,
        condition,
        target,
        generated,
        sample -> {
          throw new IllegalStateException("this scene has no discriminator");
        });
  }

  /** The same scene with a discriminator. */
  public TestScene judgedBy(Judge discriminator) {
    return new TestScene(graph, condition, target, generated, discriminator);
  }

  @Override
  public Ops tf() {
    return graph.tf();
  }

  @Override
  public Operand<TInt64> step() {
    return graph.tf().constant(0L);
  }

  @Override
  public Phase phase() {
    return Phase.TRAINING;
  }

  @Override
  public ConditionedImage remembered() {
    return fake();
  }

  @Override
  public Operand<TFloat32> uniform(String name, Shape shape) {
    return new Noise(1, step()).uniform(graph.tf(), name, shape);
  }

  @Override
  public Layers layers(Player player) {
    return graph.layers(player.name(), phase());
  }

  @Override
  public Gradients gradients() {
    return new GraphGradients(graph.graph());
  }
}
