package io.pix2pix.api.network;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * A named tensor that outlives a step: a parameter, a running statistic, or a slot of an optimizer.
 */
public final class Variable<T extends TNumber> {
  private final String name;
  private final Class<T> type;
  private final Shape shape;
  private final boolean trained;
  private final KernelLayout layout;
  private final VarHandleOp handle;
  private final Op initialization;
  private final Placeholder<T> input;
  private final Op assignment;
  private final Operand<T> output;

  Variable(
      Ops root,
      String name,
      Class<T> type,
      Shape shape,
      boolean trained,
      KernelLayout layout,
      Initial<T> initial) {
    // A scope of its own would look at all operations of the graph each time.
    Ops tf = root.withName(name.replace('/', '.'));
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.trained = trained;
    this.layout = layout;
    handle = tf.varHandleOp(type, layout.stored(shape), VarHandleOp.sharedName(name));
    initialization = tf.assignVariableOp(handle, layout.toStored(tf, initial.values(tf, shape)));
    input = tf.placeholder(type, Placeholder.shape(shape));
    assignment = tf.assignVariableOp(handle, layout.toStored(tf, input));
    output = layout.toCanonical(tf, tf.readVariableOp(handle, type));
  }

  /** Its name, for example {@code generator/encoder1/kernel}. */
  public String name() {
    return name;
  }

  /** Its canonical shape; kernels are {@code [height, width, in, out]}. */
  public Shape shape() {
    return shape;
  }

  /** The number of its elements. */
  public long size() {
    return shape.size();
  }

  /** Whether an optimizer changes it. */
  public boolean trained() {
    return trained;
  }

  /** Whether it is the kernel of a transposed convolution. */
  public boolean transposed() {
    return layout == KernelLayout.OUT_BEFORE_IN;
  }

  /** The element type. */
  public Class<T> type() {
    return type;
  }

  /** The resource, for operations that change it in place. */
  public Operand<? extends TType> handle() {
    return handle;
  }

  /** Copies its value out of the session, in its canonical shape; the caller closes the tensor. */
  public T read(GraphSession session) {
    return type.cast(session.runner().fetch(output).run().get(0));
  }

  /**
   * Sets its value.
   *
   * @param value of the canonical shape
   * @throws IllegalArgumentException if the shape differs
   */
  public void write(GraphSession session, T value) {
    var runner = session.runner();
    write(runner, value);
    runner.run();
  }

  /**
   * Adds the setting of its value to a run: many variables are set faster together.
   *
   * @param value of the canonical shape; in use until the run is over
   * @throws IllegalArgumentException if the shape differs
   */
  public void write(GraphSession.Runner runner, T value) {
    if (!value.shape().equals(shape)) {
      throw new IllegalArgumentException(
          name + " has shape " + shape + ", but was given " + value.shape());
    }
    runner.feed(input, value).addTarget(assignment);
  }

  Shape storedShape() {
    return layout.stored(shape);
  }

  KernelLayout layout() {
    return layout;
  }

  Op initialization() {
    return initialization;
  }

  @Override
  public String toString() {
    return name + " " + shape;
  }

  /** Draws initial values of the canonical shape. */
  @FunctionalInterface
  interface Initial<T extends TNumber> {
    Operand<T> values(Ops tf, Shape shape);
  }
}
