package io.pix2pix.api.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Means over workers of several tensors that travel together, as in PyTorch's
 * DistributedDataParallel (Li et al. 2020, section 3.2.3).
 */
final class FusedMeans {
  /** A sum takes as many elements, 25 MB, and a tensor that is larger alone. */
  private static final long ELEMENTS = 25L * (1 << 20) / Float.BYTES;

  private FusedMeans() {}

  static ImmutableList<Operand<TFloat32>> of(
      Ops tf, Workers workers, List<? extends Operand<TFloat32>> xs) {
    var means = new ArrayList<Operand<TFloat32>>();
    for (var bucket : buckets(Lists.reverse(xs))) {
      means.addAll(together(tf, workers, bucket));
    }
    return ImmutableList.copyOf(Lists.reverse(means));
  }

  private static List<List<Operand<TFloat32>>> buckets(List<? extends Operand<TFloat32>> xs) {
    var buckets = new ArrayList<List<Operand<TFloat32>>>();
    long room = 0;
    for (var x : xs) {
      if (buckets.isEmpty() || x.shape().size() > room) {
        buckets.add(new ArrayList<>());
        room = ELEMENTS;
      }
      buckets.get(buckets.size() - 1).add(x);
      room -= x.shape().size();
    }
    return buckets;
  }

  private static List<Operand<TFloat32>> together(
      Ops tf, Workers workers, List<Operand<TFloat32>> bucket) {
    if (bucket.size() == 1) {
      return List.of(workers.mean(tf, bucket.get(0)));
    }
    var flat = new ArrayList<Operand<TFloat32>>();
    var sizes = new long[bucket.size()];
    for (int i = 0; i < sizes.length; i++) {
      flat.add(tf.reshape(bucket.get(i), tf.constant(new long[] {-1})));
      sizes[i] = bucket.get(i).shape().size();
    }
    var mean = workers.mean(tf, tf.concat(flat, tf.constant(0)));
    var parts = tf.splitV(mean, tf.constant(sizes), tf.constant(0), (long) sizes.length).output();
    var means = new ArrayList<Operand<TFloat32>>();
    for (int i = 0; i < sizes.length; i++) {
      means.add(tf.reshape(parts.get(i), tf.constant(bucket.get(i).shape())));
    }
    return means;
  }
}
