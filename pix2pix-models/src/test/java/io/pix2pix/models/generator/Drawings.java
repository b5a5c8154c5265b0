package io.pix2pix.models.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.testing.TestGraph;
import org.tensorflow.GraphOperation;

/** Finds out where a network draws random numbers. */
final class Drawings {
  private Drawings() {}

  /** The names of the operations that draw, which begin with the layer's. */
  static ImmutableList<String> in(TestGraph graph) {
    return Streams.stream(graph.graph().operations())
        .filter(operation -> operation.type().startsWith("StatelessRandomUniform"))
        .map(GraphOperation::name)
        .collect(ImmutableList.toImmutableList());
  }
}
