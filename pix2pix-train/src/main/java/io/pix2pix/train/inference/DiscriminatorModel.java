package io.pix2pix.train.inference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A trained discriminator at work: what it says of single images of one size, each judged by its
 * own statistics, as in a training on batches of one. Any number of threads can use it; whoever
 * closes it sees to it that nobody does any more.
 */
public final class DiscriminatorModel implements AutoCloseable {
  private final Graph graph = new Graph();
  private final GraphSession session = Sessions.plain(graph);
  private final Placeholder<TFloat32> condition;
  private final Placeholder<TFloat32> image;
  private final ImmutableList<Operand<TFloat32>> logits;

  private DiscriminatorModel(Discriminator discriminator, PairShape pair, WeightSource source) {
    try {
      var tf = Ops.create(graph);
      var variables = new Variables(tf, 0, Initializer.ZEROS);
      condition = placeholder(tf, "condition", pair.condition());
      image = placeholder(tf, "image", pair.target());
      var input =
          discriminator.conditional()
              ? tf.concat(List.of(condition, image), tf.constant(3))
              : image;
      logits =
          discriminator.build(layers(tf, variables), input).scales().stream()
              .map(DiscriminatorOutput.Scale::logits)
              .collect(toImmutableList());
      source.write(variables.all(), session);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Loads the weights.
   *
   * @param pair shapes of conditions, and of the images that it judges
   * @param source of the discriminator's weights
   * @throws IllegalArgumentException if images are so small that no logit would be left
   */
  public static DiscriminatorModel open(
      Discriminator discriminator, PairShape pair, WeightSource source) {
    return new DiscriminatorModel(discriminator, pair, source);
  }

  private static Placeholder<TFloat32> placeholder(Ops tf, String name, ImageShape image) {
    var shape = Shape.of(1, image.height(), image.width(), image.channels());
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private static Layers layers(Ops tf, Variables variables) {
    var phase = Phase.translation(Statistics.BATCH, false);
    var noise = new Noise(0, tf.constant(0L));
    var name = ParameterGroup.DISCRIMINATOR.name();
    return new Layers(tf, variables, new VariableSnapshot(tf), phase, noise, name);
  }

  /**
   * The logits of an image, a map for each scale, the finest first.
   *
   * @param itsCondition {@code x}, {@code [h, w, c]}, in {@code [-1, 1]}
   * @param judged {@code y} or {@code G(x)}, {@code [h, w, c']}, in {@code [-1, 1]}
   * @return {@code [h', w', 1]} each, one value for each patch; any range, positive means real
   */
  public ImmutableList<Image> logits(Image itsCondition, Image judged) {
    try (var x = tensor(itsCondition);
        var y = tensor(judged)) {
      var runner = session.runner().feed(condition, x).feed(image, y);
      logits.forEach(runner::fetch);
      try (var result = runner.run()) {
        return IntStream.range(0, logits.size())
            .mapToObj(scale -> map(result, scale))
            .collect(toImmutableList());
      }
    }
  }

  private static TFloat32 tensor(Image image) {
    var shape = Shape.of(1, image.height(), image.width(), image.channels());
    return TFloat32.tensorOf(shape, DataBuffers.of(image.toArray(), true, false));
  }

  private static Image map(Result result, int scale) {
    var map = (TFloat32) result.get(scale);
    var values = new float[Math.toIntExact(map.size())];
    map.copyTo(DataBuffers.of(values, false, false));
    var size = map.shape();
    return Image.owning(new ImageShape((int) size.get(1), (int) size.get(2), 1), values);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
