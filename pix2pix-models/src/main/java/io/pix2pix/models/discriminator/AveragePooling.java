package io.pix2pix.models.discriminator;

import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Convolutions;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.api.network.Layers;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Halves images by the average of each 3x3 square, of which only pixels of the image count:
 * PyTorch's {@code AvgPool2d(3, stride=2, padding=1, count_include_pad=False)}.
 *
 * <p>TensorFlow's own pooling lays its squares elsewhere, and cannot be differentiated twice; a
 * convolution of each channel with ones can.
 */
final class AveragePooling {
  private static final int EDGE = 3;
  private static final int STRIDE = 2;
  private static final int PADDING = 1;

  private AveragePooling() {}

  /** From a receptive field on the result back to one on the image. */
  static int fieldBefore(int field) {
    return (field - 1) * STRIDE + EDGE;
  }

  /**
   * @param x {@code [n, h, w, c]}
   * @return {@code [n, (h + 1) / 2, (w + 1) / 2, c]}, rounded down
   */
  static Operand<TFloat32> halved(Layers layers, Operand<TFloat32> x) {
    var tf = layers.tf();
    int channels = Math.toIntExact(x.shape().get(3));
    var convolution = new Convolution(channels, EDGE, STRIDE, PADDING, false);
    var sums = Convolutions.convolve(tf, x, ofEachChannel(tf, channels), convolution);
    var means = tf.math.mul(sums, shares(tf, x.shape().get(1), x.shape().get(2)));
    var window = new LayerNote.Window(EDGE, STRIDE, PADDING);
    layers.note(LayerNote.pooling(layers.path(), window, x, means));
    return means;
  }

  /** A kernel of ones from each channel to itself. */
  private static Operand<TFloat32> ofEachChannel(Ops tf, int channels) {
    var kernel = new float[EDGE][EDGE][channels][channels];
    for (var row : kernel) {
      for (var place : row) {
        for (int i = 0; i < channels; i++) {
          place[i][i] = 1;
        }
      }
    }
    return tf.constant(kernel);
  }

  /** One over the number of pixels that each square covers: {@code [1, h', w', 1]}. */
  private static Operand<TFloat32> shares(Ops tf, long height, long width) {
    var rows = covered(height);
    var columns = covered(width);
    var shares = new float[1][rows.length][columns.length][1];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        shares[0][row][column][0] = 1f / (rows[row] * columns[column]);
      }
    }
    return tf.constant(shares);
  }

  /** How many rows of the image each row of squares covers; the first begins one above it. */
  private static int[] covered(long size) {
    var counts = new int[Math.toIntExact((size + 1) / STRIDE)];
    for (int i = 0; i < counts.length; i++) {
      long first = Math.max(0, (long) STRIDE * i - 1);
      long last = Math.min(size - 1, (long) STRIDE * i + 1);
      counts[i] = Math.toIntExact(last - first + 1);
    }
    return counts;
  }
}
