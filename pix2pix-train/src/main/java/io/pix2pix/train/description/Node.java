package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.nio.ByteOrder;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.NodeDef;

/**
 * An operation of a graph.
 *
 * @param definition as TensorFlow writes it
 * @param shape of its first output; unknown if it has none
 * @param inputs the operations that it takes data from, in order
 */
record Node(NodeDef definition, Shape shape, ImmutableList<Node> inputs) {

  String name() {
    return definition.getName();
  }

  String operation() {
    return definition.getOp();
  }

  Node input(int index) {
    return inputs.get(index);
  }

  /** Whether it gives images or feature maps, {@code [n, h, w, c]}. */
  boolean isMap() {
    return shape.numDimensions() == 4;
  }

  /** Height of its maps. */
  long height() {
    return shape.get(1);
  }

  /** The number that a list attribute has for the height, for example of {@code strides}. */
  int alongHeight(String attribute) {
    return (int) definition.getAttrOrThrow(attribute).getList().getI(1);
  }

  int number(String attribute) {
    return (int) definition.getAttrOrThrow(attribute).getI();
  }

  String text(String attribute) {
    return definition.getAttrOrThrow(attribute).getS().toStringUtf8();
  }

  /** The whole numbers of a constant, row by row; none if it is no constant of such. */
  List<Integer> constant() {
    if (!definition.containsAttr("value")) {
      return List.of();
    }
    var tensor = definition.getAttrOrThrow("value").getTensor();
    if (tensor.getTensorContent().isEmpty()) {
      return tensor.getIntValList();
    }
    var ints =
        tensor
            .getTensorContent()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    var values = new int[ints.remaining()];
    ints.get(values);
    return Ints.asList(values);
  }

  /** Two nodes of one graph are the same if their names are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Node node && node.name().equals(name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
