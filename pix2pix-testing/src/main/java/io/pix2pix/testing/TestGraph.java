package io.pix2pix.testing;

import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.ArrayList;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A graph with variables and a session, to try a network or a loss in. Used by one thread at a
 * time.
 */
public final class TestGraph implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final GraphSession session = Sessions.open(graph);
  private final Variables variables =
      new Variables(
          tf,
          1,
          (ops, shape, seed) ->
              ops.math.mul(
                  ops.random.statelessRandomNormal(ops.constant(shape), seed),
                  ops.constant(0.02f)));
  private final VariableSnapshot snapshot = new VariableSnapshot(tf);

  /** Where operations go. */
  public Ops tf() {
    return tf;
  }

  /** The graph itself, for gradients. */
  public Graph graph() {
    return graph;
  }

  /** The session; variables have values once {@link #initialize} was called. */
  public GraphSession session() {
    return session;
  }

  /** Everything that was handed out. */
  public Variables variables() {
    return variables;
  }

  /** The moment at which all layers of this graph read their weights. */
  public VariableSnapshot snapshot() {
    return snapshot;
  }

  /** Layers whose weights' names begin with {@code name}; dropout draws as at step 0. */
  public Layers layers(String name, Phase phase) {
    return new Layers(tf, variables, snapshot, phase, new Noise(1, tf.constant(0L)), name);
  }

  /** A constant operand. */
  public Operand<TFloat32> constant(Shape shape, float... values) {
    try (var tensor = Tensors.ofArray(shape, values)) {
      return tf.constantOf(tensor);
    }
  }

  /** Gives every variable its initial value. */
  public TestGraph initialize() {
    variables.initialize(session);
    return this;
  }

  /** Runs the graph and returns the value of one operand, row by row. */
  public float[] run(Operand<TFloat32> operand) {
    try (var result = session.runner().fetch(operand).run()) {
      return Tensors.toArray((TFloat32) result.get(0));
    }
  }

  /** Runs the graph and returns the value of a scalar. */
  public float scalar(Operand<TFloat32> operand) {
    return run(operand)[0];
  }

  /**
   * Sets a variable of floats.
   *
   * @param name for example {@code generator/encoder1/kernel}
   * @param values row by row, in its canonical shape
   * @throws java.util.NoSuchElementException if there is no such variable
   */
  public void set(String name, float... values) {
    var variable = floats(variable(name));
    try (var tensor = Tensors.ofArray(variable.shape(), values)) {
      variable.write(session, tensor);
    }
  }

  /**
   * Sets all variables, which must be of floats.
   *
   * @param values of a variable, row by row, in its canonical shape
   */
  public void setAll(Function<Variable<?>, float[]> values) {
    if (variables.all().isEmpty()) {
      return; // there would be nothing to run
    }
    var runner = session.runner();
    var tensors = new ArrayList<TFloat32>();
    for (var variable : variables.all()) {
      var tensor = Tensors.ofArray(variable.shape(), values.apply(variable));
      tensors.add(tensor);
      floats(variable).write(runner, tensor);
    }
    runner.run();
    tensors.forEach(TFloat32::close);
  }

  /**
   * The value of a variable of floats, row by row, in its canonical shape.
   *
   * @throws java.util.NoSuchElementException if there is no such variable
   */
  public float[] get(String name) {
    try (var value = (TFloat32) variable(name).read(session)) {
      return Tensors.toArray(value);
    }
  }

  private Variable<?> variable(String name) {
    return variables.all().stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked") // write() refuses tensors of another type
  private static Variable<TFloat32> floats(Variable<?> variable) {
    return (Variable<TFloat32>) variable;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
