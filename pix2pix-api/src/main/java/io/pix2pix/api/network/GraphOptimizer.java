package io.pix2pix.api.network;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Graph;
import org.tensorflow.proto.GraphDef;

/**
 * Makes a finished graph faster: other operations, the same names, the same mathematics. Networks,
 * losses and gradients are written for the plain graph and never see what becomes of it.
 */
@FunctionalInterface
public interface GraphOptimizer {
  /** Leaves every graph as it is. */
  GraphOptimizer NONE = (graph, nodes, plan, weights) -> new Optimized(nodes, GraphPlan.EMPTY);

  /**
   * Rewrites operations.
   *
   * @param graph as it was built; it knows the shapes of all operands
   * @param nodes those of its operations that are wanted
   * @param plan choices that were made before, for example when the run that is resumed began; it
   *     decides where it can
   * @param weights whether they change while the graph is in use
   * @return operations of the same names, and others that they need
   */
  Optimized optimize(Graph graph, GraphDef nodes, GraphPlan plan, Weights weights);

  /**
   * A faster graph.
   *
   * @param nodes to be imported into a graph of their own
   * @param plan what was chosen
   * @param preparations names of operations that keep what follows from {@link Weights#FIXED}
   *     weights; they must run once, after the weights were set
   */
  record Optimized(GraphDef nodes, GraphPlan plan, ImmutableList<String> preparations) {

    /** A graph that needs no preparation. */
    public Optimized(GraphDef nodes, GraphPlan plan) {
      this(nodes, plan, ImmutableList.of());
    }
  }
}
