package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Variable;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Says which layer an operation belongs to: the one whose variable it multiplies with.
 *
 * @param network the first part of its variables' names
 */
record LayerNames(String network) {
  private static final String VARIABLE = "VarHandleOp";

  /** The path of a layer within its network, from the variable that its kernel is made of. */
  Optional<String> of(Node weights) {
    var waiting = new ArrayDeque<Node>(List.of(weights));
    var seen = new HashSet<Node>();
    while (!waiting.isEmpty()) {
      var node = waiting.removeFirst();
      if (node.operation().equals(VARIABLE)) {
        return Optional.of(parent(node.text("shared_name")));
      }
      node.inputs().stream().filter(seen::add).forEach(waiting::addLast);
    }
    return Optional.empty();
  }

  /** The layer that a variable belongs to: the one with the longest path that leads to it. */
  String owner(Variable<?> variable, ImmutableList<String> layers) {
    var parent = parent(variable.name());
    return layers.stream()
        .filter(layer -> (parent + "/").startsWith(layer + "/"))
        .max(Comparator.comparing(String::length))
        .orElse(parent);
  }

  /** Without the network's name and the variable's own. */
  private String parent(String variable) {
    var path =
        variable.startsWith(network + "/") ? variable.substring(network.length() + 1) : variable;
    int slash = path.lastIndexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }
}
