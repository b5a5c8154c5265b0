package io.pix2pix.onnx.conversion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result in ONNX: as TensorFlow has it, or with its channels first, or both. */
final class Value {
  private @Nullable String plain;
  private @Nullable String channelsFirst;

  private Value(@Nullable String plain, @Nullable String channelsFirst) {
    this.plain = plain;
    this.channelsFirst = channelsFirst;
  }

  static Value plain(String name) {
    return new Value(name, null);
  }

  /** Of {@code [n, c, h, w]}. */
  static Value channelsFirst(String name) {
    return new Value(null, name);
  }

  boolean isChannelsFirst() {
    return channelsFirst != null;
  }

  /** Its name, with dimensions as in TensorFlow. */
  String plain(OnnxGraph graph) {
    var known = plain;
    if (known == null) {
      known = transposed(graph, String.valueOf(channelsFirst), ChannelsFirst.BACK);
      plain = known;
    }
    return known;
  }

  /** Its name, of {@code [n, c, h, w]}. */
  String channelsFirst(OnnxGraph graph) {
    var known = channelsFirst;
    if (known == null) {
      known = transposed(graph, String.valueOf(plain), ChannelsFirst.ORDER);
      channelsFirst = known;
    }
    return known;
  }

  private static String transposed(OnnxGraph graph, String name, List<Integer> order) {
    return graph.add(
        "Transpose", name + "_transposed", List.of(name), Attributes.of("perm", order));
  }
}
