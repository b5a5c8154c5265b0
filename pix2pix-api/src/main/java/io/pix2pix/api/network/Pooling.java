package io.pix2pix.api.network;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** How poolings are computed: the one place that chooses operations for them. */
public final class Pooling {
  private Pooling() {}

  /**
   * The mean of each square, for each channel. Its gradient cannot be differentiated once more.
   *
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @param edge of a square, in pixels
   * @param stride from one square to the next, in pixels
   * @return {@code [n, h', w', c]} with {@code h' = (h - edge) / stride + 1}, rounded down
   */
  public static Operand<TFloat32> average(Ops tf, Operand<TFloat32> x, int edge, int stride) {
    return tf.nn.avgPool(x, sides(edge), sides(stride), "VALID");
  }

  private static List<Long> sides(long size) {
    return List.of(1L, size, size, 1L);
  }
}
