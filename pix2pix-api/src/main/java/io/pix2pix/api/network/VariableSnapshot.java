package io.pix2pix.api.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * A moment within a step at which variables are read, each once. Running statistics that are
 * tracked during a snapshot are seen by what is built later in it, and written to their variables
 * at its end. Used by the one thread that builds the graph.
 */
public final class VariableSnapshot {
  private final Ops tf;
  private final Map<Variable<?>, Operand<?>> values = new LinkedHashMap<>();
  private final Map<Variable<TFloat32>, Operand<TFloat32>> tracked = new LinkedHashMap<>();

  /**
   * @param tf its control dependencies say what must have happened before this moment
   */
  public VariableSnapshot(Ops tf) {
    this.tf = tf.withSubScope("reading");
  }

  /**
   * The value of a variable at this moment, in the layout in which it is stored.
   *
   * <p>Gradients with respect to a parameter are taken with respect to this operand.
   */
  @SuppressWarnings("unchecked") // values are put in under variables of their type only
  public <T extends TNumber> Operand<T> value(Variable<T> variable) {
    return (Operand<T>)
        values.computeIfAbsent(variable, key -> tf.readVariableOp(key.handle(), variable.type()));
  }

  /**
   * The operations that write tracked statistics to those variables, after the values that they
   * follow from were read.
   */
  public ImmutableList<Op> writes(Ops ops, Predicate<Variable<?>> which) {
    return writes(ops, which, Workers.ALONE);
  }

  /**
   * The operations that write tracked statistics to those variables, after the values that they
   * follow from were read: the mean of what the workers have seen.
   */
  public ImmutableList<Op> writes(Ops ops, Predicate<Variable<?>> which, Workers workers) {
    var written = tracked.keySet().stream().filter(which).collect(ImmutableList.toImmutableList());
    var seen = written.stream().map(this::value).collect(ImmutableList.toImmutableList());
    var means = workers.means(ops, seen);
    return Streams.zip(
            written.stream(),
            means.stream(),
            (variable, mean) -> (Op) ops.assignVariableOp(variable.handle(), mean))
        .collect(ImmutableList.toImmutableList());
  }

  void track(Variable<TFloat32> variable, Operand<TFloat32> value) {
    values.put(variable, value);
    tracked.put(variable, value);
  }
}
