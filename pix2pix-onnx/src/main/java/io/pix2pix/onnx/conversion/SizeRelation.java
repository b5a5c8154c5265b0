package io.pix2pix.onnx.conversion;

import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/**
 * A size that follows from the height or width of a feature map that is known only when the graph
 * runs: {@code factor * length + more}.
 *
 * @param factor 0 if the size is known
 */
record SizeRelation(long factor, long more) {

  /**
   * How an element of a list of sizes follows from a dimension of a feature map.
   *
   * @param sizes a list that was made of single numbers
   * @param element of it, and of the shape of the feature map
   * @return nothing if it follows in another way
   */
  static Optional<SizeRelation> of(
      SourceGraph graph, SourceOutput sizes, int element, SourceOutput map) {
    if (graph.constants().has(sizes)) {
      return Optional.of(new SizeRelation(0, graph.constants().get(sizes).integers().get(element)));
    }
    var node = graph.node(sizes);
    return node.getOp().equals("Pack")
        ? number(graph, SourceOutput.of(node.getInput(element)), element, map)
        : Optional.empty();
  }

  private static Optional<SizeRelation> number(
      SourceGraph graph, SourceOutput number, int dimension, SourceOutput map) {
    if (graph.constants().has(number)) {
      return Optional.of(new SizeRelation(0, graph.constants().get(number).integers().get(0)));
    }
    var node = graph.node(number);
    return switch (node.getOp()) {
      case "StridedSlice" -> length(graph, node, dimension, map);
      case "Add", "AddV2", "Mul" -> both(graph, node, dimension, map);
      default -> Optional.empty();
    };
  }

  /** An element of the shape of the feature map. */
  private static Optional<SizeRelation> length(
      SourceGraph graph, NodeDef slice, int dimension, SourceOutput map) {
    var shape = graph.node(SourceOutput.of(slice.getInput(0)));
    var begin = graph.constants().get(SourceOutput.of(slice.getInput(1))).integers();
    boolean same =
        shape.getOp().equals("Shape")
            && SourceOutput.of(shape.getInput(0)).equals(map)
            && slice.getAttrOrThrow("shrink_axis_mask").getI() == 1
            && begin.get(0) == dimension;
    return same ? Optional.of(new SizeRelation(1, 0)) : Optional.empty();
  }

  private static Optional<SizeRelation> both(
      SourceGraph graph, NodeDef node, int dimension, SourceOutput map) {
    var first = number(graph, SourceOutput.of(node.getInput(0)), dimension, map);
    var second = number(graph, SourceOutput.of(node.getInput(1)), dimension, map);
    boolean product = node.getOp().equals("Mul");
    return first.flatMap(
        one ->
            second
                .filter(other -> !product || one.factor == 0 || other.factor == 0)
                .map(other -> product ? one.times(other) : one.plus(other)));
  }

  private SizeRelation plus(SizeRelation other) {
    return new SizeRelation(factor + other.factor, more + other.more);
  }

  private SizeRelation times(SizeRelation other) {
    return new SizeRelation(factor * other.more + other.factor * more, more * other.more);
  }
}
