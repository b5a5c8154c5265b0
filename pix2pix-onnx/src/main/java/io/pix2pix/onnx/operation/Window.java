package io.pix2pix.onnx.operation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.common.collect.ImmutableList;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/**
 * Strides and borders of what slides over images.
 *
 * @param operation which slides
 * @param edges height and width of what it looks at, with the gaps of dilation
 */
record Window(SourceOperation operation, ImmutableList<Long> edges) {
  private static final ImmutableList<Integer> SPATIAL = ImmutableList.of(1, 2);

  /**
   * @throws io.pix2pix.api.error.InvalidInputException if channels are not last in TensorFlow, or
   *     it steps over images or channels
   */
  Window {
    if (!operation.word("data_format").equals("NHWC")) {
      throw operation.refusal("with channels first");
    }
    var strides = operation.integers("strides");
    if (strides.get(0) != 1 || strides.get(3) != 1) {
      throw operation.refusal("with strides " + strides);
    }
  }

  /** Those of height and width. */
  static ImmutableList<Long> spatial(List<Long> ofAll) {
    return ImmutableList.of(ofAll.get(1), ofAll.get(2));
  }

  ImmutableList<Long> strides() {
    return spatial(operation.integers("strides"));
  }

  /** The attributes of strides and border. */
  ImmutableList<AttributeProto> attributes() {
    var attributes = ImmutableList.<AttributeProto>builder();
    attributes.add(Attributes.of("strides", strides()));
    switch (operation.word("padding")) {
      case "VALID" -> {}
      case "SAME" -> attributes.add(same());
      case "EXPLICIT" -> attributes.add(explicit(operation.integers("explicit_paddings")));
      default -> throw operation.refusal("with padding " + operation.word("padding"));
    }
    return attributes.build();
  }

  /** As much that a result is as large as the image, over the stride; the odd one behind. */
  private AttributeProto same() {
    var shape = operation.shape(0);
    boolean known =
        strides().stream().allMatch(stride -> stride == 1)
            || SPATIAL.stream().allMatch(edge -> shape.get(edge) >= 0);
    if (!known) {
      return Attributes.of("auto_pad", "SAME_UPPER");
    }
    long high = total(shape.get(1), strides().get(0), edges.get(0));
    long wide = total(shape.get(2), strides().get(1), edges.get(1));
    return Attributes.of("pads", List.of(high / 2, wide / 2, high - high / 2, wide - wide / 2));
  }

  private static long total(long size, long stride, long edge) {
    return stride == 1
        ? edge - 1
        : Math.max(0, ((size + stride - 1) / stride - 1) * stride + edge - size);
  }

  private static AttributeProto explicit(List<Long> ofAll) {
    return Attributes.of("pads", List.of(ofAll.get(2), ofAll.get(4), ofAll.get(3), ofAll.get(5)));
  }
}
