package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.api.network.Variable;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Reads a network off the notes of its layers, and what joins them off the graph that it was built
 * in, so that plug-ins of any kind are read.
 */
final class NetworkReader {
  private static final ImmutableSet<String> REARRANGING =
      ImmutableSet.of("Slice", "StridedSlice", "DepthToSpace");

  private final String network;
  private final LayerNames names;
  private final Nodes nodes;
  private final Node input;
  private final ReceptiveFields fields;
  private final Map<Node, NotedLayer> noted = new LinkedHashMap<>();
  private final Map<Node, String> layers = new LinkedHashMap<>();

  /**
   * @param network the first part of its variables' names
   * @param input {@code [n, h, w, c]}
   * @param notes of all of its layers
   */
  NetworkReader(
      Graph graph, String network, Operand<TFloat32> input, ImmutableList<LayerNote> notes) {
    this.network = network;
    names = new LayerNames(network);
    nodes = Nodes.of(graph);
    this.input = nodes.of(input);
    notes.stream()
        .map(note -> NotedLayer.of(note, nodes))
        .forEach(layer -> noted.put(layer.output(), layer));
    fields = new ReceptiveFields(nodes, this.input, noted);
  }

  /**
   * @param outputs each {@code [n, h', w', c']}
   * @param variables of the network
   */
  NetworkDescription read(
      ImmutableList<Operand<TFloat32>> outputs, ImmutableList<Variable<?>> variables) {
    findLayers(used(outputs));
    var parameters = parameters(variables);
    var described = ImmutableList.<LayerDescription>builder();
    layers.forEach((node, name) -> described.add(layer(noted(node), name, parameters)));
    parameters.forEach((name, count) -> described.add(bare(name, count)));
    return new NetworkDescription(
        network,
        input.shape(),
        outputs.stream().map(Operand::shape).collect(ImmutableList.toImmutableList()),
        described.build(),
        outputs.stream().mapToLong(output -> field(nodes.of(output))).max().orElse(0));
  }

  private void findLayers(Set<Node> used) {
    for (var layer : noted.values()) {
      var node = layer.output();
      if (layer.isRow() && used.contains(node) && fields.of(node).isPresent()) {
        layers.put(node, names.of(layer.note()));
      }
    }
  }

  private Set<Node> used(List<Operand<TFloat32>> outputs) {
    var used = new LinkedHashSet<Node>();
    var waiting = new ArrayDeque<Node>();
    outputs.forEach(output -> waiting.add(nodes.of(output)));
    while (!waiting.isEmpty()) {
      var node = waiting.removeFirst();
      if (used.add(node)) {
        waiting.addAll(node.inputs());
      }
    }
    return used;
  }

  /** Trained numbers by layer, those that belong to no layer by the path of their variable. */
  private Map<String, Long> parameters(ImmutableList<Variable<?>> variables) {
    var known = ImmutableList.copyOf(ImmutableSet.copyOf(layers.values()));
    var counts = new LinkedHashMap<String, Long>();
    variables.stream()
        .filter(Variable::trained)
        .forEach(
            variable -> counts.merge(names.owner(variable, known), variable.size(), Long::sum));
    return counts;
  }

  private NotedLayer noted(Node output) {
    return Objects.requireNonNull(noted.get(output));
  }

  /** A layer that is used twice has its parameters once. */
  private LayerDescription layer(NotedLayer layer, String name, Map<String, Long> parameters) {
    var note = layer.note();
    var counted = parameters.remove(name);
    return new LayerDescription(
        name,
        note.kind(),
        note.operation(),
        result(layer.output()).shape(),
        counted == null ? 0 : counted,
        note.multiplications(),
        field(layer.output()),
        inputs(layer.input()));
  }

  /** What leaves a layer, after what cuts or rearranges its maps. */
  private Node result(Node node) {
    var next = nodes.all().stream().filter(user -> user.inputs().contains(node)).toList();
    boolean rearranged = next.size() == 1 && REARRANGING.contains(next.get(0).operation());
    return rearranged ? result(next.get(0)) : node;
  }

  private static LayerDescription bare(String name, long parameters) {
    return new LayerDescription(
        name,
        LayerNote.Kind.OTHER,
        "parameters",
        Shape.scalar(),
        parameters,
        0,
        0,
        ImmutableList.of());
  }

  private long field(Node node) {
    return fields.of(node).map(Field::extent).orElse(0L);
  }

  /** The layers that a map comes from, and the network's input. */
  private ImmutableList<String> inputs(Node map) {
    var found = new LinkedHashSet<String>();
    var seen = new HashSet<Node>();
    var waiting = new ArrayDeque<Node>(List.of(map));
    while (!waiting.isEmpty()) {
      var node = waiting.removeFirst();
      if (node.equals(input)) {
        found.add(LayerDescription.INPUT);
      } else if (layers.containsKey(node)) {
        found.add(layers.get(node));
      } else {
        node.inputs().stream().filter(seen::add).forEach(waiting::addLast);
      }
    }
    return ImmutableList.copyOf(found);
  }
}
