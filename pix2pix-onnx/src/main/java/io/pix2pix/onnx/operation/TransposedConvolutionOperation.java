package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** A transposed convolution, which TensorFlow calls the gradient of one. */
record TransposedConvolutionOperation() implements OperationConverter {
  private static final int SIZES = 0;
  private static final int KERNEL = 1;
  private static final int IMAGES = 2;

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Conv2DBackpropInput");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var kernel = operation.shape(KERNEL);
    var edges = ImmutableList.of(kernel.get(0), kernel.get(1));
    var strides = new Window(operation, edges).strides();
    long high = surplus(operation, 1, edges.get(0), strides.get(0));
    long wide = surplus(operation, 2, edges.get(1), strides.get(1));
    long above = Math.max(high, 0);
    long beside = Math.max(wide, 0);
    var inputs =
        List.of(
            operation.channelsFirst(IMAGES),
            operation.permuted(KERNEL, ConvolutionOperation.KERNEL));
    operation.isChannelsFirst(
        graph.add(
            "ConvTranspose",
            operation.name(),
            inputs,
            Attributes.of("kernel_shape", edges),
            Attributes.of("strides", strides),
            Attributes.of(
                "pads", List.of(above / 2, beside / 2, above - above / 2, beside - beside / 2)),
            Attributes.of("output_padding", List.of(above - high, beside - wide))));
  }

  /** What is cut off of all that kernels reach; negative where the result is larger. */
  private static long surplus(SourceOperation operation, int edge, long kernel, long stride) {
    return kernel
        - operation
            .growth(SIZES, edge, IMAGES, stride)
            .orElseThrow(
                () -> operation.refusal("whose size follows from others in a way of its own"));
  }
}
