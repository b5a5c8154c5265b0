package io.pix2pix.train.workers;

import java.util.stream.Collectors;
import org.tensorflow.Graph;

/**
 * What the graphs of all workers have in common: their operations, and the keys of their sums. Each
 * worker takes other rows of what is drawn, so that inputs and constants differ.
 */
public final class GraphFingerprint {
  private static final String KEY = "instance_key";

  private GraphFingerprint() {}

  /** The same for all workers of a training. */
  public static String of(Graph graph) {
    return graph.toGraphDef().getNodeList().stream()
        .map(
            node ->
                "%s %s %d"
                    .formatted(
                        node.getName(),
                        node.getOp(),
                        node.containsAttr(KEY) ? node.getAttrOrThrow(KEY).getI() : 0))
        .collect(Collectors.joining("\n"));
  }
}
