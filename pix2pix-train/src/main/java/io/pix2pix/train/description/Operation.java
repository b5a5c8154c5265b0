package io.pix2pix.train.description;

import java.util.Arrays;
import java.util.Optional;

/** The operations that make a layer: those that multiply maps by weights. */
enum Operation {
  CONVOLUTION("Conv2D", "convolution", 0, 1),
  DEPTHWISE("DepthwiseConv2dNative", "depthwise convolution", 0, 1),
  TRANSPOSED("Conv2DBackpropInput", "transposed convolution", 2, 1),
  PRODUCT("MatMul", "matrix product", 0, 1),
  BATCHED_PRODUCT("BatchMatMulV2", "matrix product", 0, 1);

  private final String type;
  private final String words;
  private final int map;
  private final int weights;

  Operation(String type, String words, int map, int weights) {
    this.type = type;
    this.words = words;
    this.map = map;
    this.weights = weights;
  }

  static Optional<Operation> of(Node node) {
    return Arrays.stream(values())
        .filter(operation -> operation.type.equals(node.operation()))
        .findFirst();
  }

  Node map(Node node) {
    return node.input(map);
  }

  Node weights(Node node) {
    return node.input(weights);
  }

  /** What it is called, with the edge of its kernel and its stride. */
  String words(Node node) {
    if (this == PRODUCT || this == BATCHED_PRODUCT) {
      return words;
    }
    var kernel = weights(node).withoutPadding().shape();
    var size = String.format("%s %dx%d", words, kernel.get(0), kernel.get(1));
    int stride = node.alongHeight("strides");
    return stride == 1 ? size : size + ", stride " + stride;
  }

  /** Multiply-accumulate operations. */
  long multiplications(Node node) {
    long kernel = weights(node).withoutPadding().shape().size();
    return switch (this) {
      case CONVOLUTION, DEPTHWISE -> pixels(node) * kernel;
      case TRANSPOSED -> pixels(map(node)) * kernel;
      case PRODUCT -> node.shape().size() * summed(node, "transpose_a");
      case BATCHED_PRODUCT -> node.shape().size() * summed(node, "adj_x");
    };
  }

  private static long pixels(Node map) {
    return map.shape().size() / map.shape().get(3);
  }

  /** The dimension over which a product sums. */
  private long summed(Node product, String transposed) {
    var left = map(product).shape();
    return left.get(left.numDimensions() - (product.truth(transposed) ? 2 : 1));
  }
}
