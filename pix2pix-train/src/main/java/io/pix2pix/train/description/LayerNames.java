package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.api.network.Variable;
import java.util.Comparator;

/**
 * The paths of layers within their network, and which layer a variable belongs to.
 *
 * @param network the first part of its variables' names
 */
record LayerNames(String network) {

  /** The path of a layer within its network. */
  String of(LayerNote layer) {
    return within(layer.path());
  }

  /** The layer that a variable belongs to: the one with the longest path that leads to it. */
  String owner(Variable<?> variable, ImmutableList<String> layers) {
    int slash = variable.name().lastIndexOf('/');
    var parent = within(slash < 0 ? variable.name() : variable.name().substring(0, slash));
    return layers.stream()
        .filter(layer -> (parent + "/").startsWith(layer + "/"))
        .max(Comparator.comparing(String::length))
        .orElse(parent);
  }

  private String within(String path) {
    return path.startsWith(network + "/") ? path.substring(network.length() + 1) : path;
  }
}
