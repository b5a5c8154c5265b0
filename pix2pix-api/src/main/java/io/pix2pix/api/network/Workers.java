package io.pix2pix.api.network;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Split;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * The processes that train one experiment together, as one of them sees them while it builds and
 * runs its graph. Each has the same networks and the same weights, and an equal share of every
 * batch. One process trains {@link #ALONE}: nothing is added to its graph.
 *
 * <p>Whatever is summed over all workers, all of them must build in the same order: they meet in
 * it. Used by one thread at a time.
 */
public interface Workers {
  /** One process has the whole batch. */
  Workers ALONE = new Workers() {};

  /** How many there are, at least 1. */
  default int count() {
    return 1;
  }

  /** Which one this is, from 0 to below {@link #count}; 0 is the chief, who writes the run. */
  default int index() {
    return 0;
  }

  /**
   * The sum over all workers of what each has. Gradients flow through it.
   *
   * @param tf its control dependencies do not count: all workers wait for each other
   * @param x any shape that is known, the same on each worker
   * @return of the same shape, with the same values on each worker
   */
  default Operand<TFloat32> sum(Ops tf, Operand<TFloat32> x) {
    return x;
  }

  /** Opens a session that can run such sums; the caller closes it. */
  default Session session(Graph graph, ConfigProto configuration) {
    return new Session(graph, configuration);
  }

  /** Runs what may hold such sums; the caller closes the result. */
  default Result run(Session.Runner runner) {
    return runner.run();
  }

  /**
   * The mean over all workers.
   *
   * @param x any shape that is known
   * @return of the same shape
   */
  default Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x) {
    return count() == 1 ? x : tf.math.mul(sum(tf, x), tf.constant(1f / count()));
  }

  /**
   * This worker's rows of something that has rows for the whole batch.
   *
   * @param all {@code [n count, ...]}
   * @return {@code [n, ...]}
   */
  default Operand<TFloat32> own(Ops tf, Operand<TFloat32> all) {
    if (count() == 1) {
      return all;
    }
    Split<TFloat32> shares = tf.split(tf.constant(0), all, (long) count());
    return shares.output().get(index());
  }

  /**
   * The rows of all workers: what the whole batch has.
   *
   * @param own {@code [n, ...]}, of a shape that is known
   * @return {@code [n count, ...]}
   */
  default Operand<TFloat32> everyones(Ops tf, Operand<TFloat32> own) {
    if (count() == 1) {
      return own;
    }
    var shares = new ArrayList<Operand<TFloat32>>();
    for (int worker = 0; worker < count(); worker++) {
      boolean isOwn = worker == index();
      shares.add(isOwn ? own : tf.zeros(tf.constant(own.shape()), TFloat32.class));
    }
    return sum(tf, tf.concat(shares, tf.constant(0)));
  }

  /** The shape of everyone's rows, of that of one worker's rows. */
  default Shape whole(Shape own) {
    return own.tail().prepend(own.get(0) * count());
  }

  /**
   * The means over all workers of several tensors, in few sums: many small ones would take longer.
   * Those that stand last are summed first, as gradients of the last layers exist first; while they
   * are on their way, the others are computed.
   *
   * @param xs of shapes that are known
   * @return of the same shapes
   */
  default ImmutableList<Operand<TFloat32>> means(
      Ops tf, ImmutableList<? extends Operand<TFloat32>> xs) {
    return count() == 1 ? ImmutableList.copyOf(xs) : FusedMeans.of(tf, this, xs);
  }
}
