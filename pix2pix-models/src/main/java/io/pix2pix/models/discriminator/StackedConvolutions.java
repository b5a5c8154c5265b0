package io.pix2pix.models.discriminator;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * 4x4 convolutions, of stride 2 in all layers but the last of the stack and the one that gives the
 * logits.
 *
 * <p>The paper's text says stride 2 for all; only with stride 1 in these two, as in the authors'
 * code, are the receptive fields those that the paper states.
 *
 * @param halvings layers of stride 2
 */
record StackedConvolutions(int halvings, int filters, Normalization normalization) {
  private static final float SLOPE = 0.2f;
  private static final int MOST_HALVINGS = 6;

  /** How many layers of stride 2 a receptive field takes. */
  static int layersFor(int receptiveField) {
    for (int halvings = 1; halvings <= MOST_HALVINGS; halvings++) {
      if (receptiveField(halvings) == receptiveField) {
        return halvings;
      }
    }
    throw new IllegalArgumentException(
        "receptiveField must be one of 16, 34, 70, 142, 286, 574, not " + receptiveField);
  }

  /** From one logit back to the image: (field - 1) stride + kernel at each layer. */
  static int receptiveField(int halvings) {
    int field = 1;
    for (int layer = halvings + 2; layer >= 1; layer--) {
      field = (field - 1) * (layer > halvings ? 1 : 2) + 4;
    }
    return field;
  }

  /**
   * @throws IllegalArgumentException if the image is so small that no logit would be left
   */
  DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
    checkSize(input.shape().get(1), input.shape().get(2));
    var features = ImmutableList.<Operand<TFloat32>>builder();
    var x = input;
    for (int layer = 1; layer <= halvings + 1; layer++) {
      x = layer(layers.in("layer" + layer), x, layer);
      features.add(x);
    }
    var last = new Convolution(1, 4, 1, 1, true);
    return DiscriminatorOutput.of(layers.in("logits").convolution(x, last), features.build());
  }

  /** Each of the two layers of stride 1 takes a row and a column, and one must be left. */
  private void checkSize(long height, long width) {
    long smallest = 3L << halvings;
    checkArgument(
        height >= smallest && width >= smallest,
        "a discriminator with a receptive field of %s needs images of at least %sx%s pixels, not"
            + " %sx%s; take a smaller one%s, or larger images",
        receptiveField(halvings),
        smallest,
        smallest,
        width,
        height,
        fitting(Math.min(height, width)));
  }

  private static String fitting(long size) {
    return IntStream.rangeClosed(1, MOST_HALVINGS)
        .filter(fewer -> 3L << fewer <= size)
        .mapToObj(fewer -> "patch with receptiveField: " + receptiveField(fewer))
        .reduce("", (smaller, larger) -> " such as " + larger);
  }

  private Operand<TFloat32> layer(Layers here, Operand<TFloat32> x, int layer) {
    int width = filters * Math.min(1 << (layer - 1), 8);
    int stride = layer <= halvings ? 2 : 1;
    var convolution = new Convolution(width, 4, stride, 1, true);
    var convolved =
        layer == 1
            ? here.convolution(x, convolution)
            : normalization.convolve(here, x, convolution);
    return here.leakyRelu(convolved, SLOPE);
  }
}
