package io.pix2pix.graph.weights;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.GraphOptimizer.Optimized;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.graph.convolution.GraphWriter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Which operations of a graph depend on nothing but weights and constants, for graphs whose weights
 * do not change: their results can be kept in variables of their own. Used by one thread at a time.
 */
public final class FixedWeights {
  private final GraphDef nodes;
  private final ImmutableMap<String, NodeDef> byName;
  private final Predicate<NodeDef> isWeight;
  private final Map<String, Source> sources = new HashMap<>();
  private final ResultNames results;

  private FixedWeights(GraphDef nodes, Predicate<NodeDef> isWeight) {
    this.nodes = nodes;
    this.isWeight = isWeight;
    byName =
        nodes.getNodeList().stream().collect(toImmutableMap(NodeDef::getName, Function.identity()));
    results = new ResultNames(byName, isWeight);
  }

  /** Of a graph whose weights are all that is read of variables. */
  public static FixedWeights read(GraphDef nodes) {
    return of(nodes, node -> node.getOp().equals("ReadVariableOp"));
  }

  /**
   * Of any graph.
   *
   * @param isWeight whether the result of an operation is a weight
   */
  public static FixedWeights of(GraphDef nodes, Predicate<NodeDef> isWeight) {
    return new FixedWeights(nodes, isWeight);
  }

  /** Whether an operand depends on nothing but weights and constants. */
  public boolean has(String operand) {
    return source(operand) == Source.WEIGHTS;
  }

  /**
   * The graph with what is made of weights kept in variables. Equal results have one variable, also
   * of graphs that one session runs: images of another size need no other copy of the weights.
   *
   * @param plan of the result
   */
  public Optimized kept(GraphPlan plan) {
    var last = last();
    var all = nodes.toBuilder().clearNode();
    nodes.getNodeList().forEach(node -> all.addNode(isFixed(node) ? node : reading(node, last)));
    var preparations = ImmutableList.<String>builder();
    last.forEach(name -> preparations.add(addVariable(name, all)));
    return new Optimized(all.build(), plan, preparations.build());
  }

  /** Of the operations that can be computed once, those whose results others use. */
  private Set<String> last() {
    var last = new LinkedHashSet<String>();
    for (var node : nodes.getNodeList()) {
      if (!isFixed(node)) {
        node.getInputList().stream().filter(this::isWorthKeeping).forEach(last::add);
      }
    }
    return last;
  }

  private boolean isWorthKeeping(String operand) {
    var node = byName.get(operand);
    return node != null
        && source(operand) == Source.WEIGHTS
        && !isWeight.test(node)
        && node.getAttrOrDefault("T", AttrValue.getDefaultInstance()).getType()
            == DataType.DT_FLOAT;
  }

  private boolean isFixed(NodeDef node) {
    return source(node.getName()) != Source.INPUT;
  }

  private static NodeDef reading(NodeDef node, Set<String> kept) {
    if (Collections.disjoint(node.getInputList(), kept)) {
      return node;
    }
    var changed = node.toBuilder().clearInput();
    node.getInputList().forEach(in -> changed.addInput(kept.contains(in) ? in + "/kept" : in));
    return changed.build();
  }

  private String addVariable(String name, GraphDef.Builder to) {
    var type = GraphWriter.type(DataType.DT_FLOAT);
    var shape =
        AttrValue.newBuilder().setShape(TensorShapeProto.newBuilder().setUnknownRank(true)).build();
    var variable = GraphWriter.text("kept/" + results.of(name));
    to.addNodeBuilder()
        .setName(name + "/variable")
        .setOp("VarHandleOp")
        .putAttr("dtype", type)
        .putAttr("shape", shape)
        .putAttr("shared_name", variable);
    to.addNodeBuilder()
        .setName(name + "/kept")
        .setOp("ReadVariableOp")
        .addInput(name + "/variable")
        .putAttr("dtype", type);
    to.addNodeBuilder()
        .setName(name + "/keep")
        .setOp("AssignVariableOp")
        .addInput(name + "/variable")
        .addInput(name)
        .putAttr("dtype", type);
    return name + "/keep";
  }

  private Source source(String operand) {
    var name = operand.replaceAll("^\\^|:.*$", "");
    var known = sources.get(name);
    if (known == null) {
      // What leads back to itself depends on more than weights.
      sources.put(name, Source.INPUT);
      known = found(name);
      sources.put(name, known);
    }
    return known;
  }

  private Source found(String name) {
    var node = byName.get(name);
    if (node == null) {
      return Source.INPUT;
    }
    if (isWeight.test(node)) {
      return Source.WEIGHTS;
    }
    if (node.getOp().equals("Const")) {
      return Source.CONSTANT;
    }
    if (node.getInputCount() == 0 || TensorFlow.isOpStateful(node.getOp())) {
      return Source.INPUT;
    }
    return node.getInputList().stream()
        .map(input -> input.startsWith("^") ? Source.INPUT : source(input))
        .max(Source::compareTo)
        .orElseThrow();
  }

  /** What a result depends on; the last of several counts. */
  private enum Source {
    CONSTANT,
    WEIGHTS,
    INPUT
  }
}
