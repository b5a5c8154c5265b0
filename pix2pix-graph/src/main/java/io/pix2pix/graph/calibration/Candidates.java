package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.weights.FixedWeights;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/**
 * All ways to compute one convolution, beside each other in a graph, and random numbers to compute
 * it of.
 */
final class Candidates implements AutoCloseable {
  /** No operation has this name. */
  private static final String NONE = "";

  private final Graph graph = new Graph();
  private final GraphSession session;
  private final ImmutableList<Formulation> formulations;
  private final ImmutableList<String> names;
  private final ImmutableList<String> preparations;
  private final String first;
  private final String second;
  private final TFloat32 firstValue;
  private final TFloat32 secondValue;

  private Candidates(ConvolutionShape shape, List<Formulation> formulations) {
    this.formulations = ImmutableList.copyOf(formulations);
    try (var plain = new Graph()) {
      var result = plainOperation(shape, plain);
      var nodes = plain.toGraphDef();
      var taken = nodes.getNodeList().stream().map(NodeDef::getName).collect(Collectors.toSet());
      var all = nodes.toBuilder();
      var node =
          nodes.getNodeList().stream()
              .filter(one -> one.getName().equals(result.name()))
              .findFirst()
              .orElseThrow();
      var convolution = ConvolutionNode.of(node, plain).orElseThrow();
      var writer = new GraphWriter(all, taken);
      var written = ImmutableList.<String>builder().add(node.getName());
      for (var formulation : formulations) {
        var name = "candidate/" + formulation.name().replace(' ', '-');
        formulation.write(renamed(convolution, name), writer);
        written.add(name);
      }
      names = written.build();
      first = convolution.inputs().get(0);
      second = convolution.inputs().get(1);
      var kernel = shape.fixedKernel() ? convolution.kernel().orElseThrow() : NONE;
      var kept = FixedWeights.of(all.build(), one -> one.getName().equals(kernel));
      var prepared = kept.kept(GraphPlan.EMPTY);
      graph.importGraphDef(prepared.nodes());
      preparations = prepared.preparations();
    }
    session = Sessions.plain(graph);
    firstValue = random(graph.outputOrThrow(first).shape(), 1);
    secondValue = random(graph.outputOrThrow(second).shape(), 2);
    prepare();
  }

  /**
   * Builds them; the first is the plain operation.
   *
   * @param shape of a known number of images
   * @param formulations that fit it
   */
  static Candidates of(ConvolutionShape shape, List<Formulation> formulations) {
    return new Candidates(shape, formulations);
  }

  private static ConvolutionNode renamed(ConvolutionNode node, String name) {
    return new ConvolutionNode(
        node.node().toBuilder().setName(name).build(),
        node.shape(),
        node.inputs(),
        node.controls());
  }

  private static Operation plainOperation(ConvolutionShape s, Graph graph) {
    var tf = Ops.create(graph);
    var imageShape = new int[] {s.batch(), s.height(), s.width(), s.in()};
    var kernelShape = new int[] {s.kernelHeight(), s.kernelWidth(), s.in(), s.out()};
    var mapsShape = new int[] {s.batch(), s.outHeight(), s.outWidth(), s.out()};
    var strides = List.of(1L, (long) s.stride(), (long) s.stride(), 1L);
    var padding = s.same() ? "SAME" : "VALID";
    Operand<TFloat32> result =
        switch (s.kind()) {
          case FORWARD ->
              tf.nn.conv2d(input(tf, imageShape), input(tf, kernelShape), strides, padding);
          case IMAGE_GRADIENT ->
              tf.nn.conv2dBackpropInput(
                  tf.constant(imageShape),
                  input(tf, kernelShape),
                  input(tf, mapsShape),
                  strides,
                  padding);
          case KERNEL_GRADIENT ->
              tf.nn.conv2dBackpropFilter(
                  input(tf, imageShape),
                  tf.constant(kernelShape),
                  input(tf, mapsShape),
                  strides,
                  padding);
        };
    return result.asOutput().op();
  }

  private static Placeholder<TFloat32> input(Ops tf, int[] shape) {
    var lengths = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      lengths[i] = shape[i];
    }
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(lengths)));
  }

  /** Numbers in [-1, 1), a block of them over and over: drawing each would take longer. */
  private static TFloat32 random(Shape shape, long seed) {
    var values = new float[Math.toIntExact(shape.size())];
    var random = new SplittableRandom(seed);
    int block = Math.min(values.length, 65_521);
    for (int i = 0; i < block; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    for (int done = block; done < values.length; done += block) {
      System.arraycopy(values, 0, values, done, Math.min(block, values.length - done));
    }
    return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
  }

  /** What one is called: {@link Measurement#PLAIN}, or the name of its formulation. */
  String name(int index) {
    return index == 0 ? GraphPlan.PLAIN : formulations.get(index - 1).name();
  }

  /** How many there are, the plain operation included. */
  int count() {
    return names.size();
  }

  /** Computes one and returns the time it took, in seconds. */
  double time(int index) {
    long start = System.nanoTime();
    run(index).close();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Computes one and returns the result. */
  float[] compute(int index) {
    try (var result = run(index)) {
      var tensor = (TFloat32) result.get(0);
      var values = new float[Math.toIntExact(tensor.size())];
      tensor.copyTo(DataBuffers.of(values, false, false));
      return values;
    }
  }

  /** Keeps what candidates make of a kernel that does not change. */
  private void prepare() {
    var runner = fed();
    preparations.forEach(name -> runner.addTarget(graph.operationOrThrow(name)));
    if (!preparations.isEmpty()) {
      runner.run().close();
    }
  }

  private Result run(int index) {
    return fed().fetch(names.get(index)).run();
  }

  private GraphSession.Runner fed() {
    return session
        .runner()
        .feed(graph.outputOrThrow(first), firstValue)
        .feed(graph.outputOrThrow(second), secondValue);
  }

  @Override
  public void close() {
    firstValue.close();
    secondValue.close();
    session.close();
    graph.close();
  }
}
