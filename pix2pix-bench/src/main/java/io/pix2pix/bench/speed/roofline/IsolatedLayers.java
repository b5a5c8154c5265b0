package io.pix2pix.bench.speed.roofline;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.bench.speed.roofline.Roofline.LayerSpeed;
import java.util.HashSet;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The convolutions of a network, to be run one by one: each is given its input, and nothing else
 * runs. Used by one thread at a time.
 */
public final class IsolatedLayers implements AutoCloseable {
  private static final int CHANNELS = 3;
  private static final int RUNS = 9;

  private final Graph graph;
  private final GraphSession session;
  private final ImmutableList<LayerNote> notes;
  private final ImmutableList<Variable<?>> variables;

  private IsolatedLayers(
      Graph graph,
      GraphSession session,
      ImmutableList<LayerNote> notes,
      ImmutableList<Variable<?>> variables) {
    this.graph = graph;
    this.session = session;
    this.notes = notes;
    this.variables = variables;
  }

  /**
   * Those of G, for one image.
   *
   * @param size its height and width, in pixels
   */
  public static IsolatedLayers ofGenerator(Experiment experiment, int size) {
    return open(
        ParameterGroup.GENERATOR,
        new ImageShape(size, size, CHANNELS),
        (layers, x) -> experiment.generator().build(layers, x, CHANNELS));
  }

  /**
   * Those of D, for one pair.
   *
   * @param size its height and width, in pixels
   */
  public static IsolatedLayers ofDiscriminator(Experiment experiment, int size) {
    return open(
        ParameterGroup.DISCRIMINATOR,
        new ImageShape(size, size, 2 * CHANNELS),
        (layers, x) -> experiment.discriminator().build(layers, x));
  }

  private static IsolatedLayers open(ParameterGroup group, ImageShape image, Network network) {
    var graph = new Graph();
    var tf = Ops.create(graph);
    var shape = Shape.of(1, image.height(), image.width(), image.channels());
    var input = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    var variables =
        new Variables(tf, 0, (ops, of, seed) -> ops.fill(ops.constant(of), ops.constant(0.02f)));
    var noise = new Noise(0, tf.constant(0L));
    var layers =
        new Layers(tf, variables, new VariableSnapshot(tf), Phase.TRAINING, noise, group.name());
    network.build(layers, input);
    var session = Sessions.open(graph);
    variables.initialize(session);
    return new IsolatedLayers(graph, session, layers.notes(), variables.all());
  }

  /**
   * A layer, to be run again and again; the caller closes it before this.
   *
   * @param name for example {@code generator/encoder1}
   * @throws IllegalArgumentException if there is none of that name
   */
  public LayerRun open(String name) {
    return notes.stream()
        .filter(note -> note.path().equals(name))
        .findFirst()
        .map(this::open)
        .orElseThrow(() -> new IllegalArgumentException("no layer is called " + name));
  }

  private LayerRun open(LayerNote note) {
    return new LayerRun(session, note, Timing.random(note.input().shape()));
  }

  /** Layers of one operation and shape take the same time; the first of them is measured. */
  ImmutableList<LayerSpeed> speeds() {
    var seen = new HashSet<String>();
    return notes.stream()
        .filter(note -> note.multiplications() > 0)
        .filter(note -> seen.add(note.operation() + note.input().shape() + note.output().shape()))
        .map(this::speed)
        .collect(toImmutableList());
  }

  private LayerSpeed speed(LayerNote note) {
    try (var run = open(note)) {
      var out = note.output().shape();
      long numbers = note.input().shape().size() + parameters(note) + out.size();
      return new LayerSpeed(
          note.path(),
          note.operation(),
          "%dx%dx%d".formatted(out.get(2), out.get(1), out.get(3)),
          note.multiplications(),
          Float.BYTES * numbers,
          Timing.median(RUNS, run::run));
    }
  }

  private long parameters(LayerNote note) {
    return variables.stream()
        .filter(variable -> variable.name().startsWith(note.path() + "/kernel"))
        .mapToLong(Variable::size)
        .sum();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  /** Adds a network to a graph. */
  @FunctionalInterface
  private interface Network {
    Object build(Layers layers, Operand<TFloat32> x);
  }

  /** A layer and its input. */
  public static final class LayerRun implements AutoCloseable {
    private final GraphSession session;
    private final LayerNote note;
    private final TFloat32 input;

    private LayerRun(GraphSession session, LayerNote note, TFloat32 input) {
      this.session = session;
      this.note = note;
      this.input = input;
    }

    /** Computes the layer once. */
    public void run() {
      var output = note.output().asOutput().op();
      session.runner().feed(note.input(), input).addTarget(output).run().close();
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
