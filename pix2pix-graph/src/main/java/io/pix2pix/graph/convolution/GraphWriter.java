package io.pix2pix.graph.convolution;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes operations into a graph. What is asked for twice is written once, so that formulations
 * share what they have in common, for example the unfolded image of a convolution and of the
 * gradient of its kernel. Used by one thread at a time.
 */
public final class GraphWriter {
  private final GraphDef.Builder graph;
  private final Set<String> taken;
  private final Map<NodeDef, String> known = new HashMap<>();
  private int count;

  /**
   * @param graph where operations go
   * @param taken names that other operations have
   */
  public GraphWriter(GraphDef.Builder graph, Set<String> taken) {
    this.graph = graph;
    this.taken = taken;
  }

  /** Copies an operation as it is. */
  public void copy(NodeDef node) {
    graph.addNode(node);
  }

  /**
   * An operation of 32-bit floats or of none.
   *
   * @param inputs names of operands
   * @return its name
   */
  public String add(String operation, List<String> inputs, Map<String, AttrValue> attributes) {
    var node =
        NodeDef.newBuilder().setOp(operation).addAllInput(inputs).putAllAttr(attributes).build();
    return known.computeIfAbsent(
        node,
        key -> {
          var name = freeName();
          graph.addNode(node.toBuilder().setName(name));
          return name;
        });
  }

  private String freeName() {
    String name;
    do {
      name = "optimized/" + count++;
    } while (taken.contains(name));
    return name;
  }

  /** Gives an operand the name of the operation whose place it takes. */
  public void name(String operand, String name) {
    graph.addNode(
        NodeDef.newBuilder()
            .setName(name)
            .setOp("Identity")
            .addInput(operand)
            .putAttr("T", type(DataType.DT_FLOAT)));
  }

  /**
   * The same numbers in another shape.
   *
   * @param shape one length may be -1: it follows from the others
   */
  public String reshape(String x, int... shape) {
    return add("Reshape", ImmutableList.of(x, integers(shape)), typed("Tshape"));
  }

  /**
   * A part of a tensor.
   *
   * @param size -1 for all that follows
   */
  public String slice(String x, int[] begin, int[] size) {
    return add("Slice", ImmutableList.of(x, integers(begin), integers(size)), typed("Index"));
  }

  /**
   * Zeros around images.
   *
   * @param x {@code [n, h, w, c]}
   */
  public String pad(String x, int top, int bottom, int left, int right) {
    if (top == 0 && bottom == 0 && left == 0 && right == 0) {
      return x;
    }
    var sides = constant(ImmutableList.of(4, 2), 0, 0, top, bottom, left, right, 0, 0);
    return add("Pad", ImmutableList.of(x, sides), typed("Tpaddings"));
  }

  /** Tensors one behind the other along an axis. */
  public String concat(List<String> parts, int axis) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    var attributes =
        ImmutableMap.<String, AttrValue>builder()
            .putAll(typed("Tidx"))
            .put("N", integer(parts.size()))
            .build();
    var inputs = ImmutableList.<String>builder().addAll(parts).add(scalar(axis)).build();
    return add("ConcatV2", inputs, attributes);
  }

  /** The sum of tensors of one shape. */
  public String sum(List<String> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    var attributes = ImmutableMap.of("T", type(DataType.DT_FLOAT), "N", integer(parts.size()));
    return add("AddN", parts, attributes);
  }

  /**
   * A product of matrices.
   *
   * @param library that computes it
   * @param transposeA whether {@code a} is stored transposed
   * @param controls operations that come before it
   */
  public String product(
      MatrixLibrary library,
      String a,
      boolean transposeA,
      String b,
      boolean transposeB,
      List<String> controls) {
    var sides = ImmutableMap.of("transpose_a", flag(transposeA), "transpose_b", flag(transposeB));
    return multiplied(library, library.operation(), ImmutableList.of(a, b), sides, controls);
  }

  /**
   * Products of matrices, one for each index of the first axis.
   *
   * @param a {@code [k, n, m]}, or {@code [k, m, n]} if transposed
   * @param b {@code [k, m, p]}, or {@code [k, p, m]} if transposed
   * @param controls operations that come before them
   * @return {@code [k, n, p]}
   */
  public String products(
      MatrixLibrary library,
      String a,
      boolean transposeA,
      String b,
      boolean transposeB,
      List<String> controls) {
    var sides = ImmutableMap.of("adj_x", flag(transposeA), "adj_y", flag(transposeB));
    return multiplied(library, library.operationOfMany(), ImmutableList.of(a, b), sides, controls);
  }

  private String multiplied(
      MatrixLibrary library,
      String operation,
      List<String> operands,
      Map<String, AttrValue> sides,
      List<String> controls) {
    var inputs = ImmutableList.<String>builder().addAll(operands).addAll(controls).build();
    var attributes =
        ImmutableMap.<String, AttrValue>builder()
            .put("T", type(DataType.DT_FLOAT))
            .putAll(sides)
            .putAll(library.attributes())
            .build();
    return add(operation, inputs, attributes);
  }

  /**
   * Rows of a matrix, in another order, some of them several times.
   *
   * @param x {@code [n, c]}
   * @param rows {@code [m]}, whole numbers
   * @return {@code [m, c]}
   */
  public String gather(String x, String rows) {
    var attributes =
        ImmutableMap.of(
            "Tparams",
            type(DataType.DT_FLOAT),
            "Tindices",
            type(DataType.DT_INT32),
            "Taxis",
            type(DataType.DT_INT32));
    return add("GatherV2", ImmutableList.of(x, rows, scalar(0)), attributes);
  }

  /** A tensor with its axes in another order. */
  public String transpose(String x, int... order) {
    return add("Transpose", ImmutableList.of(x, integers(order)), typed("Tperm"));
  }

  /**
   * Blocks of pixels become channels.
   *
   * @param x {@code [n, block h, block w, c]}
   * @return {@code [n, h, w, block block c]}
   */
  public String spaceToDepth(String x, int block) {
    return block == 1 ? x : add("SpaceToDepth", ImmutableList.of(x), blocks(block));
  }

  /** The inverse of {@link #spaceToDepth}. */
  public String depthToSpace(String x, int block) {
    return block == 1 ? x : add("DepthToSpace", ImmutableList.of(x), blocks(block));
  }

  private static ImmutableMap<String, AttrValue> blocks(int block) {
    return ImmutableMap.of(
        "T", type(DataType.DT_FLOAT), "block_size", integer(block), "data_format", text("NHWC"));
  }

  private static ImmutableMap<String, AttrValue> typed(String index) {
    return ImmutableMap.of("T", type(DataType.DT_FLOAT), index, type(DataType.DT_INT32));
  }

  /** A whole number. */
  public String scalar(int value) {
    return constant(ImmutableList.of(), value);
  }

  /** A matrix of numbers. */
  public String matrix(int rows, int columns, float... values) {
    var tensor = TensorProto.newBuilder().setDtype(DataType.DT_FLOAT);
    tensor.setTensorShape(lengths(ImmutableList.of(rows, columns)));
    for (float value : values) {
      tensor.addFloatVal(value);
    }
    return constant(tensor);
  }

  /** A vector of whole numbers. */
  public String integers(int... values) {
    return constant(ImmutableList.of(values.length), values);
  }

  private String constant(List<Integer> shape, int... values) {
    var tensor = TensorProto.newBuilder().setDtype(DataType.DT_INT32);
    tensor.setTensorShape(lengths(shape));
    for (int value : values) {
      tensor.addIntVal(value);
    }
    return constant(tensor);
  }

  private static TensorShapeProto.Builder lengths(List<Integer> shape) {
    var lengths = TensorShapeProto.newBuilder();
    shape.forEach(length -> lengths.addDim(TensorShapeProto.Dim.newBuilder().setSize(length)));
    return lengths;
  }

  private String constant(TensorProto.Builder tensor) {
    var value = AttrValue.newBuilder().setTensor(tensor).build();
    return add(
        "Const",
        ImmutableList.of(),
        ImmutableMap.of("dtype", type(tensor.getDtype()), "value", value));
  }

  /** An attribute that is a type. */
  public static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  /** An attribute that is a whole number. */
  public static AttrValue integer(long value) {
    return AttrValue.newBuilder().setI(value).build();
  }

  /** An attribute that is a list of whole numbers. */
  public static AttrValue integerList(long... values) {
    var list = AttrValue.ListValue.newBuilder();
    for (long value : values) {
      list.addI(value);
    }
    return AttrValue.newBuilder().setList(list).build();
  }

  /** An attribute that is true or false. */
  public static AttrValue flag(boolean value) {
    return AttrValue.newBuilder().setB(value).build();
  }

  /** An attribute that is text. */
  public static AttrValue text(String value) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
  }
}
