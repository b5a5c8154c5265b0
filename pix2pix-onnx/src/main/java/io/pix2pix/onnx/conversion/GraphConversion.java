package io.pix2pix.onnx.conversion;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.train.inference.ForwardPass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;

/** Converts the graph of a generator. */
public final class GraphConversion {
  private static final String CONDITION = "condition";
  private static final String GENERATED = "generated";

  private final ImmutableMap<String, OperationConverter> converters;

  /**
   * @param converters of all kinds of operations; of two for one kind, the first is used
   */
  public GraphConversion(List<OperationConverter> converters) {
    this.converters =
        converters.stream()
            .flatMap(one -> one.kinds().stream().map(kind -> Map.entry(kind, one)))
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  /**
   * Converts what a generator's result follows from.
   *
   * @param tensorflow the graph
   * @param session holds its weights
   * @param pass where conditions enter, and images leave
   * @param generator says which sizes it takes; those of a graph of any size are checked by it
   * @throws InvalidInputException if it has an operation that is not known here
   */
  public GraphProto convert(
      Graph tensorflow, GraphSession session, ForwardPass pass, Generator generator) {
    var graph = new OnnxGraph("generator");
    graph.reserve(GENERATED);
    var source = new SourceGraph(tensorflow, session);
    var values = new HashMap<SourceOutput, Value>();
    var result = pass.generated().asOutput();
    for (var node : source.needed(result.op().name())) {
      var output = new SourceOutput(node.getName(), 0);
      values.put(
          output,
          output.equals(output(pass))
              ? Value.channelsFirst(condition(graph, pass, generator))
              : converted(new SourceOperation(node, source, graph, values), graph));
    }
    var generated = values.get(new SourceOutput(result.op().name(), 0));
    if (generated == null) {
      throw new InvalidInputException(
          "generator: its images do not follow from conditions; there is nothing to export");
    }
    return graph.ending(
        GENERATED, generated.channelsFirst(graph), lengths(pass, result.shape().get(3)));
  }

  private static SourceOutput output(ForwardPass pass) {
    return new SourceOutput(pass.condition().asOutput().op().name(), 0);
  }

  private static String condition(OnnxGraph graph, ForwardPass pass, Generator generator) {
    var shape = pass.condition().asOutput().shape();
    var condition = graph.input(CONDITION, lengths(pass, shape.get(3)));
    boolean anySize = shape.get(1) == Shape.UNKNOWN_SIZE;
    return anySize ? SizeCheck.add(graph, condition, generator) : condition;
  }

  /** The generator's images are as large as conditions. */
  private static ImmutableList<String> lengths(ForwardPass pass, long channels) {
    var shape = pass.condition().asOutput().shape();
    return ImmutableList.of(
        "batch",
        Long.toString(channels),
        length(shape.get(1), "height"),
        length(shape.get(2), "width"));
  }

  private static String length(long known, String name) {
    return known == Shape.UNKNOWN_SIZE ? name : Long.toString(known);
  }

  private Value converted(SourceOperation operation, OnnxGraph graph) {
    var converter = converters.get(operation.kind());
    if (converter == null) {
      throw new InvalidInputException(
          "%s: the operation %s is not known to the ONNX export; export a SavedModel, or add an OperationConverter for it"
              .formatted(operation.name(), operation.kind()));
    }
    converter.convert(operation, graph);
    return operation.result();
  }
}
