package io.pix2pix.api.loss;

import io.pix2pix.api.network.ParameterGroup;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A named scalar and the parameter group that minimizes it. It is built with the update of that
 * group, so that it sees the weights of other groups as they stand then.
 *
 * @param name lower-case letters and dashes; {@code PLAYER.NAME} is its column in {@code
 *     losses.csv}
 * @param group who minimizes it
 * @param weight its factor in the parameter group's objective; the logged value is without it
 * @param value builds the scalar
 */
public record Term(String name, ParameterGroup group, Weight weight, Value value) {

  /** A term that the generator minimizes. */
  public static Term ofGenerator(String name, Weight weight, Value value) {
    return new Term(name, ParameterGroup.GENERATOR, weight, value);
  }

  /** A term with the same weight at every step. */
  public static Term of(String name, ParameterGroup group, double weight, Value value) {
    return new Term(name, group, Weight.constant(weight), value);
  }

  /** Its column in {@code losses.csv}, for example {@code generator.l1}. */
  public String column() {
    return group.name() + "." + name;
  }

  /** Builds the scalar of a term. */
  @FunctionalInterface
  public interface Value {
    /**
     * Adds the operations of this term to the graph of the context.
     *
     * @return scalar; every element of the batch counts the same
     */
    Operand<TFloat32> in(LossContext context);
  }
}
