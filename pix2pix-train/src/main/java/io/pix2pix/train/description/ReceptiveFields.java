package io.pix2pix.train.description;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows what is seen of the input through a graph: through layers as they note it, between them
 * as TensorFlow's operations move pixels. Statistics over whole maps, as normalization takes them,
 * do not count; of operations that it does not know, it takes that each pixel sees the pixel in its
 * place.
 */
final class ReceptiveFields {
  private final Map<Node, Field> fields = new HashMap<>();
  private final Map<Node, NotedLayer> layers;

  /**
   * @param nodes in order
   * @param input whose pixels are counted
   * @param layers by the operation that gives their result
   */
  ReceptiveFields(Nodes nodes, Node input, Map<Node, NotedLayer> layers) {
    this.layers = layers;
    fields.put(input, Field.input(input.height()));
    for (var node : nodes.all()) {
      if (!node.equals(input)) {
        field(node).ifPresent(field -> fields.put(node, field));
      }
    }
  }

  /** What a node sees; nothing if it does not depend on the input. */
  Optional<Field> of(Node node) {
    return Optional.ofNullable(fields.get(node));
  }

  private Optional<Field> field(Node node) {
    var layer = layers.get(node);
    if (layer != null) {
      return of(layer.input()).map(layer::through);
    }
    var seen = node.inputs().stream().map(this::of).flatMap(Optional::stream).reduce(Field::and);
    return seen.map(field -> through(node, field));
  }

  private static Field through(Node node, Field seen) {
    return switch (node.operation()) {
      case "Conv2D", "DepthwiseConv2dNative" -> window(node, seen, kernel(node));
      case "AvgPool", "MaxPool" -> window(node, seen, node.alongHeight("ksize"));
      case "Conv2DBackpropInput" -> transposed(node, seen);
      case "Pad", "PadV2", "MirrorPad" -> shifted(node, seen, -at(node.input(1), 2));
      case "Slice", "StridedSlice" -> shifted(node, seen, at(node.input(1), 1));
      case "SpaceToDepth" -> {
        int block = node.number("block_size");
        yield seen.under(block, block, 0, node.height());
      }
      case "DepthToSpace", "Reshape", "Tile", "Transpose", "BroadcastTo" ->
          node.isMap() ? seen.scaledTo(node.height()) : seen;
      case "ResizeNearestNeighbor" -> seen.scaledTo(node.height());
      case "ResizeBilinear" -> seen.under(2, 1, 0, seen.height()).scaledTo(node.height());
      default -> seen;
    };
  }

  private static Field window(Node node, Field seen, int kernel) {
    int stride = node.alongHeight("strides");
    long before = paddingBefore(node, seen.height(), node.height(), kernel, stride);
    return seen.under(kernel, stride, before, node.height());
  }

  private static Field transposed(Node node, Field seen) {
    int kernel = kernel(node);
    int stride = node.alongHeight("strides");
    long before = paddingBefore(node, node.height(), seen.height(), kernel, stride);
    return seen.spread(kernel, stride, before, node.height());
  }

  private static long paddingBefore(Node node, long from, long to, int kernel, int stride) {
    boolean same = node.text("padding").equals("SAME");
    return same ? Math.max((to - 1) * stride + kernel - from, 0) / 2 : 0;
  }

  private static int kernel(Node convolution) {
    return Math.toIntExact(convolution.input(1).shape().get(0));
  }

  private static Field shifted(Node node, Field seen, int by) {
    return node.isMap() ? seen.under(1, 1, -by, node.height()) : seen;
  }

  /** A number of a constant, which may leave out repetitions of its last one; 0 if it is none. */
  private static int at(Node constant, int index) {
    var values = constant.constant();
    return values.isEmpty() ? 0 : values.get(Math.min(index, values.size() - 1));
  }
}
