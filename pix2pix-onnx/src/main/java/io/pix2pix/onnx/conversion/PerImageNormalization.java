package io.pix2pix.onnx.conversion;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/**
 * Batch normalization by the statistics of each image, which TensorFlow computes with all images of
 * a batch as channels of one: transposed, reshaped, normalized, reshaped and transposed back. ONNX
 * has one operator for it, instance normalization.
 */
final class PerImageNormalization {
  private static final ImmutableLongArray INWARD = ImmutableLongArray.of(1, 2, 0, 3);
  private static final ImmutableLongArray OUTWARD = ImmutableLongArray.of(2, 0, 1, 3);

  private final Map<String, NodeDef> nodes;
  private final Constants constants;

  private PerImageNormalization(Map<String, NodeDef> nodes, Constants constants) {
    this.nodes = nodes;
    this.constants = constants;
  }

  /** The same nodes, where the last one of each normalization is all of it. */
  static ImmutableMap<String, NodeDef> recognized(Map<String, NodeDef> nodes, Constants constants) {
    var recognition = new PerImageNormalization(nodes, constants);
    return ImmutableMap.copyOf(
        Maps.transformValues(nodes, node -> recognition.whole(node).orElse(node)));
  }

  private Optional<NodeDef> whole(NodeDef last) {
    return Optional.of(last)
        .filter(node -> transposes(node, OUTWARD))
        .flatMap(outward -> before(outward, 0, "Reshape"))
        .flatMap(parted -> before(parted, 0, "FusedBatchNormV3"))
        .filter(ofBatch -> ofBatch.getAttrOrThrow("is_training").getB())
        .flatMap(ofBatch -> whole(last, ofBatch));
  }

  private Optional<NodeDef> whole(NodeDef last, NodeDef ofBatch) {
    var inward =
        before(ofBatch, 0, "Reshape")
            .flatMap(joined -> before(joined, 0, "Transpose"))
            .filter(node -> transposes(node, INWARD));
    var scale = before(ofBatch, 1, "Tile");
    var offset = before(ofBatch, 2, "Tile");
    return inward.isEmpty() || scale.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NodeDef.newBuilder()
                .setName(last.getName())
                .setOp(SourceOperation.PER_IMAGE_NORMALIZATION)
                .addInput(inward.get().getInput(0))
                .addInput(scale.get().getInput(0))
                .addInput(offset.get().getInput(0))
                .putAttr("epsilon", ofBatch.getAttrOrThrow("epsilon"))
                .build());
  }

  private boolean transposes(NodeDef node, ImmutableLongArray order) {
    if (!node.getOp().equals("Transpose")) {
      return false;
    }
    var permutation = SourceOutput.of(node.getInput(1));
    return constants.has(permutation) && constants.get(permutation).integers().equals(order);
  }

  /** What a node takes as one of its inputs, if it is of a kind. */
  private Optional<NodeDef> before(NodeDef node, int input, String kind) {
    return Optional.ofNullable(nodes.get(SourceOutput.of(node.getInput(input)).operation()))
        .filter(found -> found.getOp().equals(kind));
  }
}
