package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.inference.GeneratorSignature;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a generator sees of an image for one pixel of the result.
 *
 * @param receptiveField edge of the part that it sees through convolutions, in pixels
 * @param usesImageStatistics whether it sees the whole image besides, through means or variances
 *     over height and width, as normalization takes them
 */
public record GeneratorReach(long receptiveField, boolean usesImageStatistics) {
  private static final ImmutableSet<String> REDUCTIONS =
      ImmutableSet.of("Mean", "Sum", "Max", "Min", "Prod");
  private static final String IS_TRAINING = "is_training";

  /**
   * Builds a generator to look at it.
   *
   * @param phase decides what batch normalization uses
   * @param size height and width of an image that it takes
   */
  public static GeneratorReach of(GeneratorSignature network, Phase phase, int size) {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var shape = Shape.of(1, size, size, network.conditionChannels());
      var input = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      var layers = layers(tf, network, phase);
      var output = network.generator().build(layers, input, network.targetChannels());
      return of(Nodes.of(graph), input, output, layers);
    }
  }

  private static Layers layers(Ops tf, GeneratorSignature network, Phase phase) {
    var variables = new Variables(tf, 0, Initializer.ZEROS);
    var noise = new Noise(0, tf.constant(0L));
    return new Layers(
        tf, variables, new VariableSnapshot(tf), phase, noise, network.group().name());
  }

  private static GeneratorReach of(
      Nodes nodes, Operand<TFloat32> input, Operand<TFloat32> output, Layers layers) {
    var noted =
        layers.notes().stream()
            .map(note -> NotedLayer.of(note, nodes))
            .collect(ImmutableList.toImmutableList());
    var fields =
        new ReceptiveFields(nodes, nodes.of(input), Maps.uniqueIndex(noted, NotedLayer::output));
    boolean statistics =
        nodes.all().stream().anyMatch(node -> fields.of(node).isPresent() && takesStatistics(node));
    long field = fields.of(nodes.of(output)).map(Field::extent).orElse(0L);
    return new GeneratorReach(field, statistics);
  }

  private static boolean takesStatistics(Node node) {
    boolean trains =
        node.definition().containsAttr(IS_TRAINING)
            && node.definition().getAttrOrThrow(IS_TRAINING).getB();
    boolean reduces = REDUCTIONS.contains(node.operation()) && node.input(0).isMap();
    return trains || (reduces && takesHeight(node.input(1)));
  }

  /** Axes that are no constant may be any. */
  private static boolean takesHeight(Node axes) {
    return axes.constant().isEmpty() || axes.constant().contains(1);
  }
}
