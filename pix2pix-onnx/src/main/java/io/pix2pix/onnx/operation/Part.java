package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.Collections;
import java.util.List;

/** A part of a tensor, from an element on and of a size. */
record Part() implements OperationConverter {

  private static final long REST = -1;

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Slice");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var begin = operation.constant(1);
    var begins = graph.integers(begin.asList());
    var ends =
        operation.isConstant(2)
            ? graph.integers(ends(operation))
            : graph.add("Add", operation.name() + "_ends", List.of(begins, operation.input(2)));
    var steps = ImmutableList.copyOf(Collections.nCopies(begin.length(), 1L));
    Slices.is(operation, Slices.add(operation, graph, begins, ends, steps));
  }

  private static ImmutableList<Long> ends(SourceOperation operation) {
    var ends = ImmutableList.<Long>builder();
    for (int i = 0; i < operation.constant(1).length(); i++) {
      long size = operation.constant(2).get(i);
      ends.add(size == REST ? Long.MAX_VALUE : operation.constant(1).get(i) + size);
    }
    return ends.build();
  }
}
