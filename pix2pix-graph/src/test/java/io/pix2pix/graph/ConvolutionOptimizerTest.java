package io.pix2pix.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.network.Weights;
import io.pix2pix.graph.calibration.FormulationChoice;
import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.formulation.Formulations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

class ConvolutionOptimizerTest {
  private static final String SHAPE = "forward 1x8x8x3 kernel 4x4x2 stride 2 same";
  private static final List<Long> STRIDES = List.of(1L, 2L, 2L, 1L);

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Operand<TFloat32> image = input(1, 8, 8, 3);
  private final Operand<TFloat32> kernel = input(4, 4, 3, 2);
  private Operand<TFloat32> maps = image;

  @BeforeEach
  void convolution() {
    maps = tf.nn.conv2d(image, kernel, STRIDES, "SAME");
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void tellsWhatItChose() {
    var plan = optimized(choosing("onednn"), GraphPlan.EMPTY).plan();

    assertThat(plan).isEqualTo(new GraphPlan("here", Map.of(SHAPE, "onednn")));
  }

  @Test
  void allNamesStay() {
    var nodes = optimized(choosing("slices times kernel"), GraphPlan.EMPTY).nodes();

    assertThat(nodes.getNodeList().stream().map(NodeDef::getName))
        .containsAll(graph.toGraphDef().getNodeList().stream().map(NodeDef::getName).toList());
    assertThat(nodes.getNodeList().stream().map(NodeDef::getOp)).doesNotContain("Conv2D");
  }

  @Test
  void aPlanDecides() {
    var before = new GraphPlan("here", Map.of(SHAPE, "patches times kernel"));

    var plan = optimized(choosing("onednn"), before).plan();

    assertThat(plan).isEqualTo(before);
  }

  @Test
  void thePlanOfAnotherMachineDecidesNothing() {
    var before = new GraphPlan("there", Map.of(SHAPE, "patches times kernel"));

    var plan = optimized(choosing("onednn"), before).plan();

    assertThat(plan.choices()).containsExactly(Map.entry(SHAPE, "onednn"));
  }

  @Test
  void aFormulationThatDoesNotExistAnyMoreIsReplaced() {
    var before = new GraphPlan("here", Map.of(SHAPE, "long gone"));

    var plan = optimized(choosing("onednn"), before).plan();

    assertThat(plan.choices()).containsExactly(Map.entry(SHAPE, "onednn"));
  }

  @Test
  void aConvolutionAndTheGradientOfItsKernelShareTheUnfoldedImage() {
    tf.nn.conv2dBackpropFilter(image, tf.constant(new int[] {4, 4, 3, 2}), maps, STRIDES, "SAME");
    FormulationChoice unfolded =
        shapes ->
            Maps.toMap(
                shapes,
                shape ->
                    shape.kind() == ConvolutionKind.FORWARD
                        ? "patches times kernel"
                        : "patches times gradient");

    var nodes = optimized(unfolded, GraphPlan.EMPTY).nodes();

    assertThat(
            nodes.getNodeList().stream().filter(one -> one.getOp().equals("ExtractImagePatches")))
        .hasSize(1);
  }

  @Test
  void aKernelThatDoesNotChangeMakesAnotherShape() {
    var fixed = new Variables(tf, 1, Initializer.ZEROS).zeros("kernel", Shape.of(4, 4, 3, 2));
    var read = tf.readVariableOp(fixed.handle(), TFloat32.class);
    tf.nn.conv2d(image, read, STRIDES, "SAME");

    var optimized =
        new ConvolutionOptimizer(Formulations.all(), choosing("slices times kernel"), () -> "here")
            .optimize(graph, graph.toGraphDef(), GraphPlan.EMPTY, Weights.FIXED);

    assertThat(optimized.plan().choices()).containsOnlyKeys(SHAPE, SHAPE + " fixed");
  }

  @Test
  void leavesWhatItDoesNotKnow() {
    tf.nn.conv2d(image, kernel, List.of(1L, 1L, 2L, 1L), "SAME");
    var unknown = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, -1, -1, 3)));
    tf.nn.conv2d(unknown, kernel, STRIDES, "SAME");

    var plan = optimized(choosing("onednn"), GraphPlan.EMPTY).plan();

    assertThat(plan.choices()).containsOnlyKeys(SHAPE);
  }

  private GraphOptimizer.Optimized optimized(FormulationChoice choice, GraphPlan plan) {
    return new ConvolutionOptimizer(Formulations.all(), choice, () -> "here")
        .optimize(graph, graph.toGraphDef(), plan, Weights.CHANGING);
  }

  private static FormulationChoice choosing(String name) {
    return shapes -> Maps.<ConvolutionShape, String>toMap(shapes, shape -> name);
  }

  private Operand<TFloat32> input(long... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }
}
