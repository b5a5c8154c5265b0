package io.pix2pix.cli.illustration;

import io.pix2pix.api.network.Generator;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.network.Layers;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A generator whose parameters are the pixels of one picture, before a tanh: whatever the
 * condition, it gives that picture. What becomes of it shows what a loss asks for.
 *
 * @param start {@code [h, w, c]}: the picture before training
 */
record Canvas(Image start) implements Generator {
  /** Beyond it a pixel would hardly move: the tanh is flat there. */
  private static final double BRIGHTEST = 0.98;

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
    var shape = Shape.of(1, start.height(), start.width(), start.channels());
    var pixels = layers.parameter("canvas", shape, (tf, size, seed) -> beforeTanh(tf, size));
    return layers.tf().math.tanh(pixels);
  }

  private Operand<TFloat32> beforeTanh(Ops tf, Shape shape) {
    var values = start.toArray();
    for (int i = 0; i < values.length; i++) {
      double value = Math.max(-BRIGHTEST, Math.min(BRIGHTEST, values[i]));
      values[i] = (float) (Math.log((1 + value) / (1 - value)) / 2);
    }
    try (var tensor = TFloat32.tensorOf(shape, DataBuffers.of(values, true, false))) {
      return tf.constantOf(tensor);
    }
  }

  @Override
  public int sizeMultiple() {
    return 1;
  }
}
