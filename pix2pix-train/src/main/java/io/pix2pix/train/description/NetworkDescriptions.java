package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Describes networks without data and without training them. */
public final class NetworkDescriptions {
  private NetworkDescriptions() {}

  /**
   * A generator, for one image.
   *
   * @param condition shape of what it is given
   * @param channels of what it gives
   * @throws IllegalArgumentException if it cannot take images of that shape
   */
  public static NetworkDescription of(Generator generator, ImageShape condition, int channels) {
    return of(ParameterGroup.GENERATOR, generator, condition, channels);
  }

  /** A generator whose parameters are those of a group. */
  static NetworkDescription of(
      ParameterGroup group, Generator generator, ImageShape condition, int channels) {
    return read(
        group,
        condition,
        (layers, input) -> ImmutableList.of(generator.build(layers, input, channels)));
  }

  /**
   * A discriminator, for one image.
   *
   * @param shape of the pairs that it tells apart
   * @throws IllegalArgumentException if it cannot take images of that shape
   */
  public static NetworkDescription of(Discriminator discriminator, PairShape shape) {
    return of(ParameterGroup.DISCRIMINATOR, discriminator, shape);
  }

  /** A discriminator whose parameters are those of a group. */
  static NetworkDescription of(ParameterGroup group, Discriminator discriminator, PairShape shape) {
    var image = shape.target();
    int conditions = discriminator.conditional() ? shape.condition().channels() : 0;
    return read(
        group,
        new ImageShape(image.height(), image.width(), image.channels() + conditions),
        (layers, input) ->
            discriminator.build(layers, input).scales().stream()
                .map(DiscriminatorOutput.Scale::logits)
                .collect(ImmutableList.toImmutableList()));
  }

  private static NetworkDescription read(ParameterGroup group, ImageShape shape, Network network) {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var size = Shape.of(1, shape.height(), shape.width(), shape.channels());
      var input = tf.placeholder(TFloat32.class, Placeholder.shape(size));
      var variables = new Variables(tf, 0, Initializer.ZEROS);
      var noise = new Noise(0, tf.constant(0L));
      var layers =
          new Layers(tf, variables, new VariableSnapshot(tf), Phase.TRAINING, noise, group.name());
      var outputs = network.build(layers, input);
      return new NetworkReader(graph, group.name(), input, layers.notes())
          .read(outputs, variables.all());
    }
  }

  /** Adds a network to a graph. */
  @FunctionalInterface
  private interface Network {
    ImmutableList<Operand<TFloat32>> build(Layers layers, Operand<TFloat32> input);
  }
}
