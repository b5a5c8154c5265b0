package io.pix2pix.models.initializer;

import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Draws kernels whose filters are orthogonal to each other (Saxe et al. 2014), as PyTorch's {@code
 * orthogonal_}; the PyTorch port's gain is 0.02. Where there are more filters than a filter has
 * weights, it is the weights that are orthogonal. A filter is what makes one output channel; for a
 * transposed convolution, PyTorch takes what one input channel makes.
 *
 * @param gain length of each filter
 */
public record Orthogonal(
    @Setting(value = "0.02", min = 0, meaning = "length of each filter") double gain)
    implements Initializer {

  @Override
  public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
    long filters = shape.get(3);
    return tf.reshape(orthogonal(tf, shape.size() / filters, filters, seed), tf.constant(shape));
  }

  @Override
  public Operand<TFloat32> transposedValues(Ops tf, Shape shape, Operand<TInt64> seed) {
    var swapped = Shape.of(shape.get(0), shape.get(1), shape.get(3), shape.get(2));
    var values = values(tf, swapped, seed);
    return tf.linalg.transpose(values, tf.constant(new int[] {0, 1, 3, 2}));
  }

  /**
   * A matrix with orthogonal columns, or rows if there are fewer of these. The signs of the
   * decomposition are taken out, so that all such matrices are equally likely.
   */
  private Operand<TFloat32> orthogonal(Ops tf, long rows, long columns, Operand<TInt64> seed) {
    boolean tall = rows >= columns;
    var shape = tall ? Shape.of(rows, columns) : Shape.of(columns, rows);
    var drawn = Fans.normal(tf, shape, seed, 1);
    var decomposed = tf.linalg.qr(drawn);
    var signs = tf.math.sign(tf.linalg.tensorDiagPart(decomposed.r()));
    var scaled = tf.math.mul(tf.math.mul(decomposed.q(), signs), tf.constant((float) gain));
    return tall ? scaled : tf.linalg.transpose(scaled, tf.constant(new int[] {1, 0}));
  }
}
