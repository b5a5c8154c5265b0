package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.network.Workers;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Generated images of earlier steps, with their conditions, so that D does not forget them
 * (Shrivastava et al. 2017, section 2.3), in the manner of the PyTorch port: until the pool is
 * full, each new image is put in and shown. From then on, one time in two the new image is shown;
 * else it changes places with one of the pool, drawn at random, and that one is shown.
 *
 * @param shown what D is to call fake, as many as there are new images
 * @param writes operations that put new images in
 */
record ImagePool(ConditionedImage shown, ImmutableList<Op> writes) {

  /**
   * Adds a pool to a graph, and shows it the images of the step, one after the other: those of the
   * whole batch, so that all workers have the same pool.
   *
   * @param capacity images that it holds
   * @param noise draws places
   * @param workers who have the other images of the batch
   */
  static ImagePool query(
      Ops tf,
      Variables variables,
      int capacity,
      Noise noise,
      Workers workers,
      ConditionedImage own) {
    var fresh =
        new ConditionedImage(
            workers.everyones(tf, own.condition()), workers.everyones(tf, own.image()));
    var conditions = shelf(variables, "pool/condition", capacity, fresh.condition());
    var images = shelf(variables, "pool/image", capacity, fresh.image());
    var counter = variables.counter("pool/stored");
    int n = Math.toIntExact(fresh.image().shape().get(0));
    var draws = noise.uniform(tf, "pool", Shape.of(2, n));
    var shown = new ArrayList<ConditionedImage>();
    var writes = new ArrayList<Op>();
    Operand<TInt64> stored = tf.readVariableOp(counter.handle(), TInt64.class);
    for (int i = 0; i < n; i++) {
      var after = tf.withControlDependencies(List.copyOf(writes));
      var place = Place.draw(after, stored, capacity, draws, i);
      shown.add(
          new ConditionedImage(
              exchange(after, conditions, place, fresh.condition(), i, writes),
              exchange(after, images, place, fresh.image(), i, writes)));
      stored =
          after.math.minimum(after.math.add(stored, tf.constant(1L)), tf.constant(capacity * 1L));
    }
    writes.add(tf.assignVariableOp(counter.handle(), stored));
    var all = together(tf, shown);
    return new ImagePool(
        new ConditionedImage(workers.own(tf, all.condition()), workers.own(tf, all.image())),
        ImmutableList.copyOf(writes));
  }

  private static Variable<TFloat32> shelf(
      Variables variables, String name, int capacity, Operand<TFloat32> images) {
    return variables.zeros(name, images.shape().tail().prepend(capacity));
  }

  /** What was there is read before it is written over: the new content follows from it. */
  private static Operand<TFloat32> exchange(
      Ops tf,
      Variable<TFloat32> shelf,
      Place place,
      Operand<TFloat32> images,
      int index,
      List<Op> writes) {
    var fresh = tf.gather(images, tf.constant(new int[] {index}), tf.constant(0));
    var slot = tf.expandDims(place.slot(), tf.constant(0));
    var old = tf.resourceGather(shelf.handle(), slot, TFloat32.class);
    var kept = tf.select(place.passes(), old, fresh);
    writes.add(tf.resourceScatterUpdate(shelf.handle(), slot, kept));
    return tf.select(place.swaps(), old, fresh);
  }

  private static ConditionedImage together(Ops tf, List<ConditionedImage> samples) {
    if (samples.size() == 1) {
      return samples.get(0);
    }
    return new ConditionedImage(
        tf.concat(samples.stream().map(ConditionedImage::condition).toList(), tf.constant(0)),
        tf.concat(samples.stream().map(ConditionedImage::image).toList(), tf.constant(0)));
  }

  /**
   * Where a new image goes.
   *
   * @param slot in the pool, a scalar
   * @param swaps whether it changes places with the image there
   * @param passes whether it is shown and not kept
   */
  private record Place(Operand<TInt64> slot, Operand<TBool> swaps, Operand<TBool> passes) {
    static Place draw(
        Ops tf, Operand<TInt64> stored, int capacity, Operand<TFloat32> draws, int index) {
      var last = tf.constant(capacity - 1L);
      var full = tf.math.greater(stored, last);
      var swap = tf.math.greater(at(tf, draws, 0, index), tf.constant(0.5f));
      var spread = tf.math.mul(at(tf, draws, 1, index), tf.constant((float) capacity));
      var drawn = tf.math.minimum(tf.dtypes.cast(spread, TInt64.class), last);
      return new Place(
          tf.select(full, drawn, stored),
          tf.math.logicalAnd(full, swap),
          tf.math.logicalAnd(full, tf.math.logicalNot(swap)));
    }

    private static Operand<TFloat32> at(Ops tf, Operand<TFloat32> draws, int row, int index) {
      var one = tf.slice(draws, tf.constant(new int[] {row, index}), tf.constant(new int[] {1, 1}));
      return tf.reshape(one, tf.constant(new int[0]));
    }
  }
}
