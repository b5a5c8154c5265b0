package io.pix2pix.graph;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Weights;
import io.pix2pix.graph.calibration.FormulationChoice;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.weights.FixedWeights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.Graph;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Replaces convolutions and their gradients by the formulations that are chosen for them. */
public final class ConvolutionOptimizer implements GraphOptimizer {
  private static final Logger LOG = LoggerFactory.getLogger(ConvolutionOptimizer.class);

  private final ImmutableMap<String, Formulation> formulations;
  private final FormulationChoice choice;
  private final Supplier<String> machine;

  /**
   * @param formulations that there are
   * @param choice decides where a plan does not
   * @param machine names this machine; a plan of another one decides nothing
   */
  public ConvolutionOptimizer(
      Set<Formulation> formulations, FormulationChoice choice, Supplier<String> machine) {
    this.formulations = Maps.uniqueIndex(formulations, Formulation::name);
    this.choice = choice;
    this.machine = machine;
  }

  @Override
  public Optimized optimize(Graph graph, GraphDef nodes, GraphPlan plan, Weights weights) {
    var convolutions = convolutions(graph, nodes, weights);
    var here = machine.get();
    var choices = choices(convolutions, ofMachine(plan, here));
    var all = nodes.toBuilder().clearNode();
    var names = nodes.getNodeList().stream().map(NodeDef::getName).collect(Collectors.toSet());
    var writer = new GraphWriter(all, names);
    for (var node : nodes.getNodeList()) {
      var convolution = convolutions.get(node.getName());
      var formulation =
          convolution == null
              ? null
              : formulations.get(choices.get(convolution.shape().toString()));
      if (convolution == null || formulation == null) {
        writer.copy(node);
      } else {
        formulation.write(convolution, writer);
      }
    }
    var chosen = new GraphPlan(here, choices);
    return weights == Weights.FIXED
        ? FixedWeights.read(all.build()).kept(chosen)
        : new Optimized(all.build(), chosen);
  }

  private static GraphPlan ofMachine(GraphPlan plan, String machine) {
    if (plan.machine().isEmpty() || plan.machine().equals(machine)) {
      return plan;
    }
    LOG.warn(
        "The plan of the run was made on {}, and this is {}: operations are chosen anew, and losses"
            + " differ in their last digits from those of a run that stayed there",
        plan.machine(),
        machine);
    return GraphPlan.EMPTY;
  }

  private static Map<String, ConvolutionNode> convolutions(
      Graph graph, GraphDef nodes, Weights weights) {
    Predicate<String> isFixed =
        weights == Weights.FIXED ? FixedWeights.read(nodes)::has : operand -> false;
    return nodes.getNodeList().stream()
        .flatMap(node -> ConvolutionNode.of(node, graph).stream())
        .map(one -> one.kernel().filter(isFixed).isPresent() ? one.withFixedKernel() : one)
        .collect(toImmutableMap(ConvolutionNode::name, one -> one));
  }

  private Map<String, String> choices(Map<String, ConvolutionNode> convolutions, GraphPlan plan) {
    var shapes =
        convolutions.values().stream()
            .map(ConvolutionNode::shape)
            .collect(ImmutableSet.toImmutableSet());
    var choices = new LinkedHashMap<String, String>();
    var open = ImmutableSet.<ConvolutionShape>builder();
    for (var shape : shapes) {
      var planned = plan.choices().get(shape.toString());
      if (planned != null && isKnown(planned, shape)) {
        choices.put(shape.toString(), planned);
      } else {
        open.add(shape);
      }
    }
    choice.choose(open.build()).forEach((shape, name) -> choices.put(shape.toString(), name));
    return choices;
  }

  private boolean isKnown(String planned, ConvolutionShape shape) {
    if (planned.equals(GraphPlan.PLAIN) || formulations.containsKey(planned)) {
      return true;
    }
    LOG.warn(
        "{}: the formulation {} of the plan does not exist; another one is taken", shape, planned);
    return false;
  }
}
