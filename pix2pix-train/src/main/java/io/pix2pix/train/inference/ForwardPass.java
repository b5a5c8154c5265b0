package io.pix2pix.train.inference;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The part of a graph that turns conditions of one size, or of any, into images.
 *
 * @param condition {@code [n, h, w, c]} in {@code [-1, 1]}; {@code n} is any number
 * @param draw which noise, a scalar; 0 where none is fed. All images of a batch get the same
 * @param generated {@code [n, h, w, c']} in {@code [-1, 1]}
 */
public record ForwardPass(
    Placeholder<TFloat32> condition, Operand<TInt64> draw, Operand<TFloat32> generated) {

  /**
   * Adds the generator to a graph.
   *
   * @param variables where its weights are
   * @param snapshot the moment at which they are read
   * @param height of the conditions, a multiple of the generator's {@code sizeMultiple}, or {@link
   *     Shape#UNKNOWN_SIZE}: then it is checked when the graph runs
   * @param width likewise
   */
  public static ForwardPass build(
      Ops tf,
      Variables variables,
      VariableSnapshot snapshot,
      InferenceSettings settings,
      long height,
      long width) {
    var network = settings.network();
    var shape = Shape.of(Shape.UNKNOWN_SIZE, height, width, network.conditionChannels());
    var condition = tf.withName("condition").placeholder(TFloat32.class, Placeholder.shape(shape));
    boolean anySize = height == Shape.UNKNOWN_SIZE || width == Shape.UNKNOWN_SIZE;
    var input = anySize ? checked(tf, condition, network.generator()) : condition;
    var draw = tf.placeholderWithDefault(tf.constant(0L), Shape.scalar());
    var noise = new Noise(settings.seed(), draw);
    var name = network.group().name();
    var layers = new Layers(tf, variables, snapshot, settings.phase(), noise, name);
    var images = network.generator().build(layers, input, network.targetChannels());
    return new ForwardPass(condition, draw, tf.withName("generated").identity(images));
  }

  /**
   * Turns conditions into images.
   *
   * @param session holds the weights
   * @param conditions at least one, of the size that this part was built for
   * @param number of the draw: the same number gives the same noise
   */
  ImmutableList<Image> run(GraphSession session, List<Image> conditions, long number) {
    try (var input = batch(conditions);
        var which = TInt64.scalarOf(number);
        var result =
            session.runner().feed(condition, input).feed(draw, which).fetch(generated).run()) {
      return images((TFloat32) result.get(0));
    }
  }

  private static TFloat32 batch(List<Image> images) {
    var one = images.get(0).shape();
    var values = new float[Math.multiplyExact(images.size(), one.size())];
    for (int i = 0; i < images.size(); i++) {
      images.get(i).copyTo(values, i * one.size());
    }
    var shape = Shape.of(images.size(), one.height(), one.width(), one.channels());
    return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
  }

  private static ImmutableList<Image> images(TFloat32 batch) {
    var size = batch.shape();
    var shape = new ImageShape((int) size.get(1), (int) size.get(2), (int) size.get(3));
    var all = new float[Math.toIntExact(batch.size())];
    batch.copyTo(DataBuffers.of(all, false, false));
    var images = ImmutableList.<Image>builder();
    for (int start = 0; start < all.length; start += shape.size()) {
      images.add(Image.owning(shape, Arrays.copyOfRange(all, start, start + shape.size())));
    }
    return images.build();
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
