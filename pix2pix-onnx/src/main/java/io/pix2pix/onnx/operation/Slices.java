package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.onnx.conversion.ChannelsFirst;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;
import java.util.stream.IntStream;

/** Parts of tensors along their first dimensions. */
final class Slices {
  private Slices() {}

  /**
   * Adds a slice of the first input, of as many dimensions as numbers are given.
   *
   * @param begins the first elements
   * @param ends the elements behind the last ones
   * @param steps from one element to the next
   * @return its name
   */
  static String add(
      SourceOperation operation,
      OnnxGraph graph,
      String begins,
      String ends,
      ImmutableList<Long> steps) {
    boolean first = operation.isChannelsFirst(0);
    var axes = IntStream.range(0, steps.size()).asLongStream().boxed();
    var inputs =
        List.of(
            first ? operation.channelsFirst(0) : operation.input(0),
            begins,
            ends,
            graph.integers((first ? axes.map(ChannelsFirst::axis) : axes).toList()),
            graph.integers(steps));
    return graph.add("Slice", operation.name(), inputs);
  }

  /** Says that the result is a slice of the first input. */
  static void is(SourceOperation operation, String slice) {
    if (operation.isChannelsFirst(0)) {
      operation.isChannelsFirst(slice);
    } else {
      operation.is(slice);
    }
  }
}
