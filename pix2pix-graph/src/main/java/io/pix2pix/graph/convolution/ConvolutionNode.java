package io.pix2pix.graph.convolution;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * A convolution, or a gradient of it, in a graph.
 *
 * @param node as it was built
 * @param shape its sizes
 * @param inputs what it reads: image and kernel; image and gradient of the feature maps for the
 *     gradient of the kernel; kernel and gradient of the feature maps for that of the image
 * @param controls operations that come before it
 */
public record ConvolutionNode(
    NodeDef node,
    ConvolutionShape shape,
    ImmutableList<String> inputs,
    ImmutableList<String> controls) {

  /**
   * Reads an operation.
   *
   * @param graph knows the shapes of its inputs
   * @return nothing if it is another operation, or of another kind than the formulations know: not
   *     of 32-bit floats, not channels-last, dilated, of unequal strides, padded by given numbers,
   *     or of sizes that are only known when the graph runs
   */
  public static Optional<ConvolutionNode> of(NodeDef node, Graph graph) {
    return ConvolutionKind.of(node.getOp())
        .filter(kind -> isPlain(node))
        .flatMap(kind -> of(node, kind, graph));
  }

  private static boolean isPlain(NodeDef node) {
    var strides = node.getAttrOrThrow("strides").getList().getIList();
    var dilations = node.getAttrOrThrow("dilations").getList().getIList();
    var padding = node.getAttrOrThrow("padding").getS().toStringUtf8();
    return node.getAttrOrThrow("T").getType() == DataType.DT_FLOAT
        && node.getAttrOrThrow("data_format").getS().toStringUtf8().equals("NHWC")
        && strides.get(1).equals(strides.get(2))
        && dilations.stream().allMatch(one -> one == 1)
        && (padding.equals("SAME") || padding.equals("VALID"));
  }

  private static Optional<ConvolutionNode> of(NodeDef node, ConvolutionKind kind, Graph graph) {
    var data = ImmutableList.<String>builder();
    var controls = ImmutableList.<String>builder();
    node.getInputList().forEach(in -> (in.startsWith("^") ? controls : data).add(in));
    var inputs = data.build();
    var result = graph.operationOrThrow(node.getName()).output(0).shape();
    var read =
        switch (kind) {
          case FORWARD -> inputs;
          case IMAGE_GRADIENT -> inputs.subList(1, 3);
          case KERNEL_GRADIENT -> ImmutableList.of(inputs.get(0), inputs.get(2));
        };
    var first = shape(read.get(0), graph);
    var second = shape(read.get(1), graph);
    var shape =
        switch (kind) {
          case FORWARD -> sizes(node, kind, first, second, result);
          case IMAGE_GRADIENT -> sizes(node, kind, result, first, second);
          case KERNEL_GRADIENT -> sizes(node, kind, first, result, second);
        };
    return shape.map(all -> new ConvolutionNode(node, all, read, controls.build()));
  }

  private static Shape shape(String input, Graph graph) {
    return graph.outputOrThrow(input).shape();
  }

  private static Optional<ConvolutionShape> sizes(
      NodeDef node, ConvolutionKind kind, Shape image, Shape kernel, Shape maps) {
    if (isOpen(image) || kernel.hasUnknownDimension() || isOpen(maps)) {
      return Optional.empty();
    }
    long batch = Math.max(image.get(0), maps.get(0));
    var shape =
        new ConvolutionShape(
            kind,
            (int) batch,
            (int) image.get(1),
            (int) image.get(2),
            (int) image.get(3),
            (int) kernel.get(0),
            (int) kernel.get(1),
            (int) kernel.get(3),
            (int) node.getAttrOrThrow("strides").getList().getI(1),
            node.getAttrOrThrow("padding").getS().toStringUtf8().equals("SAME"));
    boolean fits = shape.outHeight() == maps.get(1) && shape.outWidth() == maps.get(2);
    return fits ? Optional.of(shape) : Optional.empty();
  }

  /** Whether more than the number of images is open. */
  private static boolean isOpen(Shape shape) {
    return shape.isUnknown() || shape.get(1) < 0 || shape.get(2) < 0 || shape.get(3) < 0;
  }

  /** The kernel that it reads; none if it is the gradient of one. */
  public Optional<String> kernel() {
    return switch (shape.kind()) {
      case FORWARD -> Optional.of(inputs.get(1));
      case IMAGE_GRADIENT -> Optional.of(inputs.get(0));
      case KERNEL_GRADIENT -> Optional.empty();
    };
  }

  /** The same with a kernel that does not change. */
  public ConvolutionNode withFixedKernel() {
    return new ConvolutionNode(node, shape.withFixedKernel(), inputs, controls);
  }

  /** Its name, which whatever takes its place must have. */
  public String name() {
    return node.getName();
  }
}
