package io.pix2pix.onnx.conversion;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.Longs;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph of ONNX that is being made: values have names, each its own, and a node comes after those
 * that it takes values from. Used by one thread.
 */
public final class OnnxGraph {
  /** The version of the operators, which came in December 2022. */
  public static final int OPSET = 18;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>();
  private final Map<Constant, String> constants = new HashMap<>();

  OnnxGraph(String name) {
    graph.setName(identifier(name));
  }

  /**
   * Adds a node of one result.
   *
   * @param name of the result; another one is chosen where it is taken
   * @return the name of the result
   */
  public String add(
      String operator, String name, List<String> inputs, AttributeProto... attributes) {
    return add(operator, name, inputs, List.of(attributes));
  }

  /**
   * Adds a node of one result.
   *
   * @param name of the result; another one is chosen where it is taken
   * @return the name of the result
   */
  public String add(
      String operator, String name, List<String> inputs, List<AttributeProto> attributes) {
    var result = free(name);
    addNode(operator, result, inputs, attributes);
    return result;
  }

  private void addNode(
      String operator, String result, List<String> inputs, List<AttributeProto> attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(result)
            .addAllInput(inputs)
            .addOutput(result)
            .addAllAttribute(attributes));
  }

  /** Whole numbers, {@code [values]}. */
  public String integers(List<? extends Number> values) {
    var numbers = Longs.toArray(values);
    var words = Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new);
    var shape = ImmutableList.of((long) numbers.length);
    return constant("integers_" + String.join("_", words), Constant.integers(shape, numbers));
  }

  /** Whole numbers, {@code [values]}. */
  public String integers(long... values) {
    return integers(Longs.asList(values));
  }

  /** A number, {@code []}. */
  public String number(float value) {
    return constant("number_" + value, Constant.floats(ImmutableList.of(), value));
  }

  /** Numbers that are known; equal ones are kept once. */
  String constant(String name, Constant constant) {
    return constants.computeIfAbsent(
        constant,
        key -> {
          var free = free(name);
          graph.addInitializer(key.named(free));
          return free;
        });
  }

  /**
   * Adds the input of the graph.
   *
   * @param lengths of the dimensions: a number, or the name of one that is known when it runs
   * @return its name
   */
  String input(String name, List<String> lengths) {
    names.add(name);
    graph.addInput(information(name, lengths));
    return name;
  }

  /** Keeps a name for the output. */
  void reserve(String name) {
    names.add(name);
  }

  /**
   * Ends the graph with its output. What that does not follow from is left out: TensorFlow computes
   * sizes that ONNX finds out by itself.
   *
   * @param name that was reserved
   * @param lengths as of {@link #input}
   */
  GraphProto ending(String name, String value, List<String> lengths) {
    addNode("Identity", name, List.of(value), List.of());
    graph.addOutput(information(name, lengths));
    var used = new HashSet<>(List.of(name));
    var nodes = new ArrayDeque<NodeProto>();
    for (var node : Lists.reverse(graph.getNodeList())) {
      if (used.contains(node.getOutput(0))) {
        nodes.addFirst(node);
        used.addAll(node.getInputList());
      }
    }
    var kept =
        graph.getInitializerList().stream().filter(one -> used.contains(one.getName())).toList();
    return graph.clearNode().addAllNode(nodes).clearInitializer().addAllInitializer(kept).build();
  }

  private static ValueInfoProto information(String name, List<String> lengths) {
    var shape = TensorShapeProto.newBuilder();
    for (var length : lengths) {
      var known = Longs.tryParse(length);
      var dimension = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(known == null ? dimension.setDimParam(length) : dimension.setDimValue(known));
    }
    var type =
        TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  private String free(String wanted) {
    var name = identifier(wanted);
    var free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  /** ONNX wants names that C could have. */
  private static String identifier(String name) {
    var letters = name.replaceAll("[^A-Za-z0-9_]", "_");
    return letters.matches("[0-9].*") ? "_" + letters : letters;
  }
}
