package io.pix2pix.testing;

import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.DiscriminatorView;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A context of given images, to try a loss in, at step 0 of a training. Used by one thread at a
 * time.
 *
 * @param graph where operations go
 * @param condition {@code [n, h, w, c]}
 * @param target {@code [n, h, w, c']}
 * @param generated {@code [n, h, w, c']}
 * @param discriminator stands for the discriminator
 * @param mask {@code [n, h, w, 1]}, in {@code [0, 1]}; empty if all pixels count
 */
public record TestLossContext(
    TestGraph graph,
    Operand<TFloat32> condition,
    Operand<TFloat32> target,
    Operand<TFloat32> generated,
    DiscriminatorView discriminator,
    Optional<Operand<TFloat32>> mask)
    implements LossContext {

  /** A context without a discriminator. */
  public static TestLossContext of(
      TestGraph graph,
      Operand<TFloat32> condition,
      Operand<TFloat32> target,
      Operand<TFloat32> generated) {
    return new TestLossContext(
        graph,
        condition,
        target,
        generated,
        sample -> {
          throw new IllegalStateException("this context has no discriminator");
        },
        Optional.empty());
  }

  /** The same context with a discriminator. */
  public TestLossContext withDiscriminator(DiscriminatorView discriminator) {
    return new TestLossContext(graph, condition, target, generated, discriminator, mask);
  }

  /** The same context where some pixels count: {@code [n, h, w, 1]}, in {@code [0, 1]}. */
  public TestLossContext withMask(Operand<TFloat32> mask) {
    return new TestLossContext(
        graph, condition, target, generated, discriminator, Optional.of(mask));
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
  public ConditionedImage pooledFake() {
    return fake();
  }

  @Override
  public Operand<TFloat32> uniform(String name, Shape shape) {
    return new Noise(1, step()).uniform(graph.tf(), name, shape);
  }

  @Override
  public Layers layers(ParameterGroup group) {
    return graph.layers(group.name(), phase());
  }

  @Override
  public Gradients gradients() {
    return new GraphGradients(graph.graph());
  }
}
