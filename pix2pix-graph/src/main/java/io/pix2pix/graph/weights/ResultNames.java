package io.pix2pix.graph.weights;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.tensorflow.proto.NodeDef;

/**
 * Names results of operations by what they are computed from: equal operations on equal weights and
 * constants have equal results, whatever they are called. Used by one thread at a time.
 */
final class ResultNames {
  private final ImmutableMap<String, NodeDef> nodes;
  private final Predicate<NodeDef> isWeight;
  private final Map<String, HashCode> known = new HashMap<>();

  /**
   * @param nodes by name
   * @param isWeight whether the result of an operation is a weight, which only its name tells
   */
  ResultNames(ImmutableMap<String, NodeDef> nodes, Predicate<NodeDef> isWeight) {
    this.nodes = nodes;
    this.isWeight = isWeight;
  }

  /**
   * The name of the result of an operation.
   *
   * @param operation that follows from weights and constants alone
   */
  String of(String operation) {
    return hash(operation).toString();
  }

  private HashCode hash(String operation) {
    var before = known.get(operation);
    if (before == null) {
      before = computed(Objects.requireNonNull(nodes.get(operation)));
      known.put(operation, before);
    }
    return before;
  }

  private HashCode computed(NodeDef node) {
    var hasher = Hashing.sha256().newHasher();
    if (isWeight.test(node)) {
      return hasher.putString("weight " + node.getName(), StandardCharsets.UTF_8).hash();
    }
    hasher.putString(node.getOp() + "\n", StandardCharsets.UTF_8);
    for (var attribute : ImmutableSortedMap.copyOf(node.getAttrMap()).entrySet()) {
      var value = attribute.getValue().toByteArray();
      hasher.putString(attribute.getKey() + "\n", StandardCharsets.UTF_8);
      hasher.putInt(value.length).putBytes(value);
    }
    for (var input : node.getInputList()) {
      int colon = input.indexOf(':');
      hasher.putBytes(hash(colon < 0 ? input : input.substring(0, colon)).asBytes());
      hasher.putString((colon < 0 ? ":0" : input.substring(colon)) + "\n", StandardCharsets.UTF_8);
    }
    return hasher.hash();
  }
}
