package io.pix2pix.train.workers;

import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import org.tensorflow.Graph;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/**
 * Brings what the chief has, from a checkpoint or elsewhere, to all workers: only the chief has to
 * reach the folder of the run.
 */
public final class ChiefState {
  private ChiefState() {}

  /**
   * Gives all variables of this worker the values that they have on the chief.
   *
   * @param graph of the variables; all workers have the same
   * @param steps done, as the chief knows it
   * @return steps done, as the chief knows it
   * @throws LostWorkerException if a worker does not come
   */
  public static long share(
      ClusterWorkers workers, Graph graph, Variables variables, GraphSession session, long steps) {
    var tf = Ops.create(graph).withSubScope("chief");
    var runner = session.runner();
    for (var variable : variables.all()) {
      runner.addTarget(taken(tf, variable, workers));
    }
    runner.run().close();
    return workers.exchange(steps)[0][0];
  }

  private static <T extends TNumber> Op taken(
      Ops tf, Variable<T> variable, ClusterWorkers workers) {
    var own = tf.readVariableOp(variable.handle(), variable.type());
    var told = workers.cluster().isChief() ? own : tf.zerosLike(own);
    return tf.assignVariableOp(variable.handle(), workers.sumOf(tf, told));
  }
}
