package io.pix2pix.api.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * All variables of a graph, by name, in the order in which they were first asked for. Used by the
 * one thread that builds the graph.
 */
public final class Variables {
  private final Ops tf;
  private final long seed;
  private final Initializer kernels;
  private final Map<String, Variable<?>> byName = new LinkedHashMap<>();
  private double bytes;

  /**
   * @param tf of the graph that they belong to
   * @param seed initial values follow from it and from each variable's name
   * @param kernels draws the initial values of convolution kernels
   */
  public Variables(Ops tf, long seed, Initializer kernels) {
    this.tf = tf;
    this.seed = seed;
    this.kernels = kernels;
  }

  /** All variables. */
  public ImmutableList<Variable<?>> all() {
    return ImmutableList.copyOf(byName.values());
  }

  /** The parameters of a parameter group: what its optimizer changes. */
  @SuppressWarnings("unchecked") // trained variables are floats, see parameter()
  public ImmutableList<Variable<TFloat32>> parametersOf(ParameterGroup group) {
    return byName.values().stream()
        .filter(variable -> variable.trained() && group.owns(variable.name()))
        .map(variable -> (Variable<TFloat32>) variable)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * A variable like another, all zeros at first, that no optimizer changes by itself; the same one
   * each time it is asked for.
   *
   * @param name of the new variable
   */
  public Variable<TFloat32> zerosLike(String name, Variable<TFloat32> like) {
    return state(name, TFloat32.class, like.shape(), like.layout());
  }

  /**
   * What a step leaves to later ones: all zeros at first, changed by no optimizer; the same one
   * each time it is asked for.
   */
  public Variable<TFloat32> zeros(String name, Shape shape) {
    return state(name, TFloat32.class, shape, KernelLayout.CANONICAL);
  }

  /** A whole number, zero at first; the same one each time it is asked for. */
  public Variable<TInt64> counter(String name) {
    return state(name, TInt64.class, Shape.scalar(), KernelLayout.CANONICAL);
  }

  /** Sets every variable to its initial value. */
  public void initialize(GraphSession session) {
    if (byName.isEmpty()) {
      return;
    }
    var runner = session.runner();
    byName.values().forEach(variable -> runner.addTarget(variable.initialization()));
    runner.run();
  }

  Variable<TFloat32> kernel(String name, Shape shape, KernelLayout layout) {
    boolean transposed = layout == KernelLayout.OUT_BEFORE_IN;
    Initializer initial = transposed ? kernels::transposedValues : kernels;
    return floats(name, shape, true, layout, initial);
  }

  Variable<TFloat32> parameter(String name, Shape shape, Initializer initial) {
    return floats(name, shape, true, KernelLayout.CANONICAL, initial);
  }

  Variable<TFloat32> statistic(String name, Shape shape, float initial) {
    return statistic(
        name, shape, (ops, size, unused) -> ops.fill(ops.constant(size), ops.constant(initial)));
  }

  Variable<TFloat32> statistic(String name, Shape shape, Initializer initial) {
    return floats(name, shape, false, KernelLayout.CANONICAL, initial);
  }

  @SuppressWarnings("unchecked") // the type is compared before the cast is used
  private <T extends TNumber> Variable<T> state(
      String name, Class<T> type, Shape shape, KernelLayout layout) {
    var known = byName.get(name);
    if (known != null) {
      checkArgument(
          known.shape().equals(shape) && known.type().equals(type) && !known.trained(),
          "there is a variable %s of another kind already",
          name);
      return (Variable<T>) known;
    }
    reserve(name, shape);
    return claim(
        new Variable<>(
            tf, name, type, shape, false, layout, (ops, size) -> zeros(ops, size, type)));
  }

  @SuppressWarnings("unchecked") // the type is compared before the cast is used
  private Variable<TFloat32> floats(
      String name, Shape shape, boolean trained, KernelLayout layout, Initializer initial) {
    var known = byName.get(name);
    if (known != null) {
      checkArgument(
          known.shape().equals(shape) && known.type().equals(TFloat32.class),
          "%s was %s before and cannot become %s",
          name,
          known.shape(),
          shape);
      return (Variable<TFloat32>) known;
    }
    reserve(name, shape);
    return claim(
        new Variable<>(
            tf,
            name,
            TFloat32.class,
            shape,
            trained,
            layout,
            (ops, size) -> initial.values(ops, size, seedOf(ops, name))));
  }

  /** TensorFlow ends the process where there is no memory for a variable. */
  private void reserve(String name, Shape shape) {
    bytes += MachineMemory.bytes(shape);
    MachineMemory.require(
        "%s %s and the variables before it".formatted(name, shape),
        bytes,
        "lower filters or levels, or the size of the images");
  }

  private static <T extends TNumber> Operand<T> zeros(Ops ops, Shape shape, Class<T> type) {
    return ops.fill(ops.constant(shape), ops.dtypes.cast(ops.constant(0), type));
  }

  private Operand<TInt64> seedOf(Ops ops, String name) {
    return ops.constant(new long[] {Noise.fingerprint(seed, name), 0});
  }

  private <V extends Variable<?>> V claim(V variable) {
    checkArgument(
        byName.putIfAbsent(variable.name(), variable) == null,
        "there is a variable %s already",
        variable.name());
    return variable;
  }
}
