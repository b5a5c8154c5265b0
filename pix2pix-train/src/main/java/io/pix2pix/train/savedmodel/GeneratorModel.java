package io.pix2pix.train.savedmodel;

import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A generator without noise, from placeholder to result.
 *
 * @param condition {@code [1, h, w, c]} in {@code [-1, 1]}; {@code h} and {@code w} may be unknown
 * @param generated {@code [1, h, w, c']} in {@code [-1, 1]}
 */
record GeneratorModel(Placeholder<TFloat32> condition, Operand<TFloat32> generated) {

  /**
   * Adds a generator to a graph.
   *
   * @param shape of the condition; what is not known of it is checked when the graph runs
   * @param channels of the result
   */
  static GeneratorModel build(
      Ops tf,
      Generator generator,
      Variables variables,
      Shape shape,
      int channels,
      Statistics statistics) {
    var condition = tf.withName("condition").placeholder(TFloat32.class, Placeholder.shape(shape));
    var input = shape.hasUnknownDimension() ? checked(tf, condition, generator) : condition;
    var layers =
        new Layers(
            tf,
            variables,
            new VariableSnapshot(tf),
            Phase.translation(statistics, false),
            new Noise(0, tf.constant(0L)),
            ParameterGroup.GENERATOR.name());
    var image = generator.build(layers, input, channels);
    return new GeneratorModel(condition, tf.withName("generated").identity(image));
  }

  /** Sizes that the generator cannot take would fail somewhere within it, or not at all. */
  private static Operand<TFloat32> checked(
      Ops tf, Operand<TFloat32> condition, Generator generator) {
    var size =
        tf.slice(tf.shape(condition), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
    var rest = tf.math.mod(size, tf.constant(generator.sizeMultiple()));
    var fits =
        tf.math.logicalAnd(
            tf.math.equal(rest, tf.constant(0)),
            tf.math.greaterEqual(size, tf.constant(generator.smallestSize())));
    var message =
        tf.constant(
            String.format(
                "height and width must be multiples of %d, from %d on, not",
                generator.sizeMultiple(), generator.smallestSize()));
    var allFit = tf.reduceAll(fits, tf.constant(0));
    return tf.withControlDependencies(tf.assertThat(allFit, List.of(message, size)))
        .identity(condition);
  }
}
