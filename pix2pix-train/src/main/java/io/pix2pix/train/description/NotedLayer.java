package io.pix2pix.train.description;

import io.pix2pix.api.network.LayerNote;

/**
 * A layer in a graph.
 *
 * @param note what it says of itself
 * @param input the operation that it is fed by
 * @param output the operation that gives its result
 */
record NotedLayer(LayerNote note, Node input, Node output) {

  static NotedLayer of(LayerNote note, Nodes nodes) {
    return new NotedLayer(note, nodes.of(note.input()), nodes.of(note.output()));
  }

  /** Poolings have no parameters: they stand between layers. */
  boolean isRow() {
    return note.kind() != LayerNote.Kind.POOLING;
  }

  /** What its result sees, if that is what its input sees. */
  Field through(Field seen) {
    var window = note.window();
    boolean transposed = note.kind() == LayerNote.Kind.TRANSPOSED_CONVOLUTION;
    return transposed
        ? seen.spread(window.kernel(), window.stride(), window.padding(), output.height())
        : seen.under(window.kernel(), window.stride(), window.padding(), output.height());
  }
}
