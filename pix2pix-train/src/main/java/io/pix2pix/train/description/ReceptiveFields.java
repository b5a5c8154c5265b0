package io.pix2pix.train.description;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows what is seen of the input through a graph. Statistics over whole maps, as normalization
 * takes them, do not count; of operations that it does not know, it takes that each pixel sees the
 * pixel in its place.
 */
final class ReceptiveFields {
  private final Map<Node, Field> fields = new HashMap<>();

  /**
   * @param nodes in order
   * @param input whose pixels are counted
   */
  ReceptiveFields(Nodes nodes, Node input) {
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
        yield seen.under(0, block - 1, block, node.height());
      }
      case "DepthToSpace", "Reshape", "Tile", "Transpose", "BroadcastTo" ->
          node.isMap() ? seen.scaledTo(node.height()) : seen;
      case "ResizeNearestNeighbor" -> seen.scaledTo(node.height());
      case "ResizeBilinear" -> seen.under(0, 1, 1, seen.height()).scaledTo(node.height());
      default -> seen;
    };
  }

  private static Field window(Node node, Field seen, int kernel) {
    int stride = node.alongHeight("strides");
    long before = paddingBefore(node, seen.height(), node.height(), kernel, stride);
    return seen.under(-before, kernel - 1 - before, stride, node.height());
  }

  /** Of the pixels that one input pixel becomes, that which sees most of them. */
  private static Field transposed(Node node, Field seen) {
    int kernel = kernel(node);
    int stride = node.alongHeight("strides");
    long before = paddingBefore(node, node.height(), seen.height(), kernel, stride);
    Field widest = seen;
    for (int phase = 0; phase < stride; phase++) {
      long first = Math.floorDiv(phase + before - kernel + stride, stride);
      long last = Math.floorDiv(phase + before, stride);
      var field = seen.under(first, last, 1.0 / stride, node.height());
      widest = field.extent() > widest.extent() || phase == 0 ? field : widest;
    }
    return widest;
  }

  private static long paddingBefore(Node node, long from, long to, int kernel, int stride) {
    boolean same = node.text("padding").equals("SAME");
    return same ? Math.max((to - 1) * stride + kernel - from, 0) / 2 : 0;
  }

  private static int kernel(Node convolution) {
    return Math.toIntExact(convolution.input(1).shape().get(0));
  }

  private static Field shifted(Node node, Field seen, int by) {
    return node.isMap() ? seen.under(by, by, 1, node.height()) : seen;
  }

  /** A number of a constant, which may leave out repetitions of its last one; 0 if it is none. */
  private static int at(Node constant, int index) {
    var values = constant.constant();
    return values.isEmpty() ? 0 : values.get(Math.min(index, values.size() - 1));
  }
}
