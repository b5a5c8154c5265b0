package io.pix2pix.train.game;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The part of a graph that turns one condition into one image. Each image is a batch of its own, so
 * that it never depends on its neighbors.
 *
 * @param condition {@code [1, h, w, c]}
 * @param draw which noise, a scalar; 0 where none is fed
 * @param generated {@code [1, h, w, c']}
 */
public record Forward(
    Placeholder<TFloat32> condition, Operand<TInt64> draw, Operand<TFloat32> generated) {

  /**
   * Adds the generator to a graph.
   *
   * @param variables where its weights are
   * @param snapshot the moment at which they are read
   * @param shape of the condition; height and width multiples of the generator's {@code
   *     sizeMultiple}
   * @param channels of the result
   */
  public static Forward build(
      Ops tf,
      Generator generator,
      Variables variables,
      VariableSnapshot snapshot,
      ImageShape shape,
      int channels,
      Phase phase,
      long seed) {
    var size = Shape.of(1, shape.height(), shape.width(), shape.channels());
    var condition = tf.placeholder(TFloat32.class, Placeholder.shape(size));
    var draw = tf.placeholderWithDefault(tf.constant(0L), Shape.scalar());
    var noise = new Noise(seed, draw);
    var name = ParameterGroup.GENERATOR.name();
    var layers = new Layers(tf, variables, snapshot, phase, noise, name);
    return new Forward(condition, draw, generator.build(layers, condition, channels));
  }

  /**
   * Turns a condition into an image.
   *
   * @param session holds the weights
   * @param image of the shape that this part was built for
   * @param number of the draw: the same number gives the same noise
   */
  public Image run(Session session, Image image, long number) {
    var values = DataBuffers.of(image.toArray(), true, false);
    try (var input = TFloat32.tensorOf(condition.shape(), values);
        var which = TInt64.scalarOf(number);
        var result =
            session.runner().feed(condition, input).feed(draw, which).fetch(generated).run()) {
      return image((TFloat32) result.get(0));
    }
  }

  private static Image image(TFloat32 tensor) {
    var size = tensor.shape();
    var shape = new ImageShape((int) size.get(1), (int) size.get(2), (int) size.get(3));
    var values = new float[shape.size()];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return Image.owning(shape, values);
  }
}
