package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.ChannelsFirst;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** A border around images. */
record Padding() implements OperationConverter {

  private static final String MIRROR = "MirrorPad";

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Pad", "PadV2", MIRROR);
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var mode = Attributes.of("mode", mode(operation));
    var value = operation.kind().equals("PadV2") ? operation.input(2) : graph.number(0);
    boolean first = operation.isChannelsFirst(0);
    var widths = widths(operation.constant(1), first);
    var input = first ? operation.channelsFirst(0) : operation.input(0);
    var inputs = List.of(input, graph.integers(widths), value);
    var padded = graph.add("Pad", operation.name(), inputs, mode);
    if (first) {
      operation.isChannelsFirst(padded);
    } else {
      operation.is(padded);
    }
  }

  /** All widths before, then all behind. */
  private static ImmutableList<Long> widths(ImmutableLongArray pairs, boolean channelsFirst) {
    var widths = ImmutableList.<Long>builder();
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < pairs.length() / 2; i++) {
        int dimension = channelsFirst ? ChannelsFirst.ORDER.get(i) : i;
        widths.add(pairs.get(2 * dimension + side));
      }
    }
    return widths.build();
  }

  /** Of a border of one pixel, an image mirrored at its edge is its edge. */
  private static String mode(SourceOperation operation) {
    if (!operation.kind().equals(MIRROR)) {
      return "constant";
    } else if (operation.word("mode").equals("REFLECT")) {
      return "reflect";
    } else if (operation.constant(1).stream().anyMatch(width -> width > 1)) {
      throw operation.refusal("more than one pixel wide, which repeats the edge");
    }
    return "edge";
  }
}
