package io.pix2pix.onnx.conversion;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import io.pix2pix.api.error.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;

/**
 * An operation of TensorFlow that is being converted: its attributes, its inputs as they are called
 * in ONNX, and its first result. Used by one thread.
 */
public final class SourceOperation {
  /**
   * Batch normalization by the statistics of each image, which is several operations of TensorFlow:
   * it takes images, scale and offset.
   */
  public static final String PER_IMAGE_NORMALIZATION = "PerImageNormalization";

  private static final int IMAGES = 4;

  private final NodeDef node;
  private final ImmutableList<SourceOutput> inputs;
  private final SourceGraph source;
  private final OnnxGraph graph;
  private final Map<SourceOutput, Value> values;
  private @Nullable Value result;

  SourceOperation(
      NodeDef node, SourceGraph source, OnnxGraph graph, Map<SourceOutput, Value> values) {
    this.node = node;
    this.inputs = SourceGraph.inputs(node);
    this.source = source;
    this.graph = graph;
    this.values = values;
  }

  /** What TensorFlow calls it, for example {@code Conv2D}. */
  public String kind() {
    return node.getOp();
  }

  /** Its name in the graph. */
  public String name() {
    return node.getName();
  }

  /** How many inputs it has. */
  public int inputs() {
    return inputs.size();
  }

  /** A truth value that TensorFlow's operation has. */
  public boolean flag(String attribute) {
    return attribute(attribute).getB();
  }

  /** A whole number that TensorFlow's operation has. */
  public long integer(String attribute) {
    return attribute(attribute).getI();
  }

  /** A number that TensorFlow's operation has. */
  public float number(String attribute) {
    return attribute(attribute).getF();
  }

  /** A word that TensorFlow's operation has. */
  public String word(String attribute) {
    return attribute(attribute).getS().toStringUtf8();
  }

  /** A type that TensorFlow's operation has, for example {@code DT_FLOAT}. */
  public String type(String attribute) {
    return attribute(attribute).getType().name();
  }

  /** Whole numbers that TensorFlow's operation has. */
  public ImmutableList<Long> integers(String attribute) {
    return ImmutableList.copyOf(attribute(attribute).getList().getIList());
  }

  private AttrValue attribute(String name) {
    return node.getAttrOrDefault(name, AttrValue.getDefaultInstance());
  }

  /**
   * What TensorFlow knows of the shape of an input.
   *
   * @param input from 0 on
   */
  public Shape shape(int input) {
    return source.shape(inputs.get(input));
  }

  /** Whether an input is feature maps that are had with their channels first. */
  public boolean isChannelsFirst(int input) {
    var value = values.get(inputs.get(input));
    return value != null && value.isChannelsFirst();
  }

  /** The name of an input, whose dimensions are those of TensorFlow. */
  public String input(int input) {
    return value(input).plain(graph);
  }

  /**
   * The name of an input, {@code [n, c, h, w]}.
   *
   * @param input of four dimensions
   */
  public String channelsFirst(int input) {
    var output = inputs.get(input);
    return source.constants().has(output)
        ? permuted(input, ChannelsFirst.ORDER)
        : value(input).channelsFirst(graph);
  }

  /**
   * The name of an input with other dimensions first.
   *
   * @param input of four dimensions
   * @param order which dimension each new one is
   */
  public String permuted(int input, List<Integer> order) {
    var output = inputs.get(input);
    return source.constants().has(output)
        ? graph.constant(output.operation(), source.constants().get(output).permuted(order))
        : graph.add(
            "Transpose",
            output.operation() + "_permuted",
            List.of(value(input).plain(graph)),
            Attributes.of("perm", order));
  }

  /** Whether an input goes with feature maps {@code [n, c, h, w]}, element by element. */
  public boolean broadcasts(int input) {
    int dimensions = shape(input).numDimensions();
    boolean ofChannels = dimensions == 1 && source.constants().has(inputs.get(input));
    return dimensions == 0 || dimensions == IMAGES || ofChannels;
  }

  /** The name of an input that {@link #broadcasts}, as it goes with {@code [n, c, h, w]}. */
  public String broadcast(int input) {
    var output = inputs.get(input);
    return switch (shape(input).numDimensions()) {
      case IMAGES -> channelsFirst(input);
      case 1 -> {
        var channels = source.constants().get(output);
        var shape = List.of(channels.shape().get(0), 1L, 1L);
        yield graph.constant(output.operation(), channels.reshaped(shape));
      }
      default -> input(input);
    };
  }

  /** Whether an input is the same whatever the graph is given. */
  public boolean isConstant(int input) {
    return source.constants().has(inputs.get(input));
  }

  /**
   * The whole numbers that an input is.
   *
   * @throws InvalidInputException if they are not known before the graph runs
   */
  public ImmutableLongArray constant(int input) {
    var output = inputs.get(input);
    if (!source.constants().has(output)) {
      throw refusal("of which input " + input + " is known only when it runs");
    }
    return source.constants().get(output).integers();
  }

  /**
   * How much larger a size is than that of feature maps, spread by a stride: {@code size - (length
   * - 1) stride}, whatever the length is.
   *
   * @param sizes the input that is a list of sizes
   * @param edge 1 for heights, 2 for widths
   * @param map the input that is feature maps
   * @return nothing if it is another one for each length, or is not found out
   */
  public OptionalLong growth(int sizes, int edge, int map, long stride) {
    var relation = SizeRelation.of(source, inputs.get(sizes), edge, inputs.get(map));
    if (relation.isEmpty()) {
      return OptionalLong.empty();
    }
    long length = shape(map).get(edge);
    if (relation.get().factor() == 0 && length >= 0) {
      return OptionalLong.of(relation.get().more() - (length - 1) * stride);
    }
    return relation.get().factor() == stride
        ? OptionalLong.of(relation.get().more() + stride)
        : OptionalLong.empty();
  }

  private Value value(int input) {
    var output = inputs.get(input);
    if (source.constants().has(output)) {
      return Value.plain(graph.constant(output.operation(), source.constants().get(output)));
    }
    var value = values.get(output);
    if (value == null) {
      throw refusal("which takes a further result, " + output);
    }
    return value;
  }

  /** Says that the result is a value of ONNX, its dimensions being those of TensorFlow. */
  public void is(String value) {
    result = Value.plain(value);
  }

  /** Says that the result is a value of ONNX, {@code [n, c, h, w]}. */
  public void isChannelsFirst(String value) {
    result = Value.channelsFirst(value);
  }

  /** Says that the result is what an input is. */
  public void isInput(int input) {
    result = value(input);
  }

  /** Its result, which a converter has said. */
  Value result() {
    return Objects.requireNonNull(result, name());
  }

  /**
   * The error of an operation that has no counterpart.
   *
   * @param what it is, for example {@code with two rates}
   */
  public InvalidInputException refusal(String what) {
    return new InvalidInputException(
        "%s: the operation %s, %s, cannot be said in ONNX; export a SavedModel, or build the generator of other operations"
            .formatted(name(), kind(), what));
  }
}
