package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.train.inference.ForwardPass;
import io.pix2pix.train.inference.GeneratorSignature;
import io.pix2pix.train.inference.InferenceSettings;
import java.util.function.BiConsumer;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A network that the public PyTorch port has too, weight by weight. */
final class StateDictNetwork {
  private static final int USUAL_SIZE = 256;
  private static final Phase PHASE = Phase.translation(Statistics.RUNNING, false);

  private StateDictNetwork() {}

  /**
   * The weights of a generator.
   *
   * @throws IllegalArgumentException if the port does not have it; the message says why
   */
  static ImmutableList<StateDictTensor> of(Generator generator, int channelsIn, int channelsOut) {
    return of(new GeneratorSignature(ParameterGroup.GENERATOR, generator, channelsIn, channelsOut));
  }

  /**
   * The weights of a generator.
   *
   * @throws IllegalArgumentException if the port does not have it; the message says why
   */
  static ImmutableList<StateDictTensor> of(GeneratorSignature network) {
    var shape = shape(network.generator(), network.conditionChannels());
    var settings = new InferenceSettings(network, PHASE, Precision.FLOAT32, 0);
    return tensors(
        layers(network.generator()),
        (tf, variables) ->
            ForwardPass.build(
                tf, variables, new VariableSnapshot(tf), settings, shape.height(), shape.width()));
  }

  /**
   * The weights of a discriminator.
   *
   * @throws IllegalArgumentException if the port does not have it; the message says why
   */
  static ImmutableList<StateDictTensor> of(Discriminator discriminator, int channelsIn) {
    return tensors(
        layers(discriminator),
        (tf, variables) -> {
          var name = ParameterGroup.DISCRIMINATOR.name();
          var noise = new Noise(0, tf.constant(0L));
          var shape = Shape.of(1, USUAL_SIZE, USUAL_SIZE, channelsIn);
          var input = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
          discriminator.build(
              new Layers(tf, variables, new VariableSnapshot(tf), PHASE, noise, name), input);
        });
  }

  /** A size that the generator takes: about that of the paper's images. */
  static ImageShape shape(Generator generator, int channels) {
    int multiple = generator.sizeMultiple();
    int size = Math.max(generator.smallestSize(), USUAL_SIZE / multiple * multiple);
    return new ImageShape(size, size, channels);
  }

  private static StateDictLayers layers(Object network) {
    if (network instanceof PytorchCompatible<?> ported) {
      return ported.stateDictLayers();
    }
    throw new IllegalArgumentException("the PyTorch port has no such network");
  }

  private static ImmutableList<StateDictTensor> tensors(
      StateDictLayers layers, BiConsumer<Ops, Variables> network) {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var variables = new Variables(tf, 0, Initializer.ZEROS);
      network.accept(tf, variables);
      return variables.all().stream()
          .map((Variable<?> variable) -> StateDictTensor.of(variable, layers))
          .collect(ImmutableList.toImmutableList());
    }
  }
}
