package io.pix2pix.models.loss.feature;

import io.pix2pix.api.loss.LossContext;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Looks at a bounded number of the places of a feature map, for losses that compare every place of
 * one image with every place of another: all of a small map, and a grid of a large one that lies
 * elsewhere at every step.
 *
 * @param most places of one image
 */
record PositionSampler(int most) {

  /**
   * The features at the chosen places.
   *
   * @param name who draws where the grid lies
   * @param map {@code [n, h, w, c]}
   * @return {@code [n, p, c]} with {@code p} at most {@code most}
   */
  Operand<TFloat32> choose(LossContext context, String name, Operand<TFloat32> map) {
    var tf = context.tf();
    var shape = map.shape();
    int spacing = spacing(shape.get(1), shape.get(2));
    long rows = count(shape.get(1), spacing);
    long columns = count(shape.get(2), spacing);
    var chosen = spacing == 1 ? map : grid(context, name, map, spacing);
    return tf.reshape(chosen, tf.array(shape.get(0), rows * columns, shape.get(3)));
  }

  /** The distance of the places of the grid, in places of the map; 1 if all are looked at. */
  int spacing(long height, long width) {
    int spacing = 1;
    while (count(height, spacing) * count(width, spacing) > most) {
      spacing++;
    }
    return spacing;
  }

  private static long count(long size, int spacing) {
    return Math.max(1, size / spacing);
  }

  private Operand<TFloat32> grid(
      LossContext context, String name, Operand<TFloat32> map, int spacing) {
    var tf = context.tf();
    var shape = map.shape();
    long height = (count(shape.get(1), spacing) - 1) * spacing + 1;
    long width = (count(shape.get(2), spacing) - 1) * spacing + 1;
    var free = new float[] {shape.get(1) - height + 1, shape.get(2) - width + 1};
    var size =
        tf.constant(new int[] {(int) shape.get(0), (int) height, (int) width, (int) shape.get(3)});
    var cut = tf.slice(map, corner(context, name, free), size);
    return everyOther(tf, cut, spacing);
  }

  /** {@code [4]}: where the grid begins. */
  private static Operand<TInt32> corner(LossContext context, String name, float[] free) {
    var tf = context.tf();
    var drawn = tf.math.mul(context.uniform(name, Shape.of(2)), tf.constant(free));
    var zero = tf.constant(new int[] {0});
    return tf.concat(List.of(zero, tf.dtypes.cast(drawn, TInt32.class), zero), tf.constant(0));
  }

  /** The indices are of 32 bits: TensorFlow's gradient fails with others. */
  private static Operand<TFloat32> everyOther(Ops tf, Operand<TFloat32> map, int spacing) {
    var end = new int[4];
    Arrays.setAll(end, axis -> (int) map.shape().get(axis));
    return tf.stridedSlice(
        map, tf.array(0, 0, 0, 0), tf.constant(end), tf.array(1, spacing, spacing, 1));
  }
}
