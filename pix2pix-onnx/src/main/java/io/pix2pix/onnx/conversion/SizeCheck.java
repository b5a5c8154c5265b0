package io.pix2pix.onnx.conversion;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Generator;
import java.util.List;

/**
 * Refuses sizes that a generator cannot take, as its result would be wrong, or the error one of its
 * inside. ONNX has no assertions: images are multiplied by one of a list of a single 1, and of
 * sizes that do not fit, the index is beyond it. The node's name, which errors have, says why.
 */
final class SizeCheck {
  private SizeCheck() {}

  /**
   * Adds the check.
   *
   * @param condition {@code [n, c, h, w]}
   * @return the same
   */
  static String add(OnnxGraph graph, String condition, Generator generator) {
    long multiple = generator.sizeMultiple();
    long smallest = generator.smallestSize();
    if (multiple == 1 && smallest == 1) {
      return condition;
    }
    var size =
        graph.add(
            "Shape",
            "size",
            List.of(condition),
            Attributes.of("start", 2),
            Attributes.of("end", 4));
    var rest = graph.add("Mod", "size_rest", List.of(size, graph.integers(multiple)));
    var lack = graph.add("Sub", "size_lack", List.of(graph.integers(smallest), size));
    var least = graph.add("Max", "size_least", List.of(lack, rest));
    var misfit =
        graph.add("ReduceSum", "size_misfit", List.of(least), Attributes.of("keepdims", 0));
    var name = "height_and_width_must_be_multiples_of_%d_from_%d_on".formatted(multiple, smallest);
    var one = graph.constant("one", Constant.floats(ImmutableList.of(1L), 1));
    var checked = graph.add("Gather", name, List.of(one, misfit));
    return graph.add("Mul", "condition_checked", List.of(condition, checked));
  }
}
