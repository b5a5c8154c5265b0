package io.pix2pix.api.network;

import org.tensorflow.Graph;
import org.tensorflow.proto.GraphDef;

/**
 * Makes a finished graph faster: other operations, the same names, the same mathematics. Networks,
 * losses and gradients are written for the plain graph and never see what becomes of it.
 */
@FunctionalInterface
public interface GraphOptimizer {
  /** Leaves every graph as it is. */
  GraphOptimizer NONE = (graph, nodes, plan) -> new Optimized(nodes, GraphPlan.EMPTY);

  /**
   * Rewrites operations.
   *
   * @param graph as it was built; it knows the shapes of all operands
   * @param nodes those of its operations that are wanted
   * @param plan choices that were made before, for example when the run that is resumed began; it
   *     decides where it can
   * @return operations of the same names, and others that they need
   */
  Optimized optimize(Graph graph, GraphDef nodes, GraphPlan plan);

  /**
   * A faster graph.
   *
   * @param nodes to be imported into a graph of their own
   * @param plan what was chosen
   */
  record Optimized(GraphDef nodes, GraphPlan plan) {}
}
