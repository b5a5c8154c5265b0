package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** A part of a tensor, as an index such as {@code [:, 1:3]} says. */
record StridedPart() implements OperationConverter {
  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int STRIDE = 3;

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("StridedSlice");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    if (operation.integer("ellipsis_mask") != 0 || operation.integer("new_axis_mask") != 0) {
      throw operation.refusal("with an ellipsis or a new dimension");
    }
    int count = operation.constant(BEGIN).length();
    var single =
        IntStream.range(0, count)
            .filter(i -> has(operation, "shrink_axis_mask", i))
            .asLongStream()
            .boxed()
            .toList();
    if (!single.isEmpty() && operation.isChannelsFirst(0)) {
      throw operation.refusal("that leaves dimensions of images out");
    }
    var begins = all(count, i -> begin(operation, i));
    var ends = all(count, i -> end(operation, i));
    var steps = all(count, i -> operation.constant(STRIDE).get(i));
    var slice = Slices.add(operation, graph, graph.integers(begins), graph.integers(ends), steps);
    if (single.isEmpty()) {
      Slices.is(operation, slice);
    } else {
      var inputs = List.of(slice, graph.integers(single));
      operation.is(graph.add("Squeeze", operation.name(), inputs));
    }
  }

  private static ImmutableList<Long> all(int count, IntToLongFunction number) {
    return IntStream.range(0, count)
        .mapToLong(number)
        .boxed()
        .collect(ImmutableList.toImmutableList());
  }

  private static long begin(SourceOperation operation, int i) {
    boolean open = has(operation, "begin_mask", i);
    boolean forward = operation.constant(STRIDE).get(i) > 0;
    return open ? (forward ? 0 : Long.MAX_VALUE) : operation.constant(BEGIN).get(i);
  }

  private static long end(SourceOperation operation, int i) {
    if (has(operation, "shrink_axis_mask", i)) {
      long begin = operation.constant(BEGIN).get(i);
      return begin == -1 ? Long.MAX_VALUE : begin + 1;
    }
    boolean forward = operation.constant(STRIDE).get(i) > 0;
    return has(operation, "end_mask", i)
        ? (forward ? Long.MAX_VALUE : Long.MIN_VALUE)
        : operation.constant(END).get(i);
  }

  private static boolean has(SourceOperation operation, String mask, int bit) {
    return (operation.integer(mask) >> bit & 1) == 1;
  }
}
