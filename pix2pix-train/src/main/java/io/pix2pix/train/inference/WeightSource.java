package io.pix2pix.train.inference;

import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.types.family.TNumber;

/** Where the weights of a model come from. */
@FunctionalInterface
public interface WeightSource {
  /**
   * Gives variables their values.
   *
   * @param variables of the model
   * @param session of the model
   */
  void write(List<Variable<?>> variables, GraphSession session);

  /**
   * Copies the values that variables of another session have at that moment.
   *
   * @param from the other session
   * @param source the variable of the other session whose value is wanted for one of the model
   */
  static WeightSource copy(GraphSession from, UnaryOperator<Variable<?>> source) {
    return (variables, session) ->
        variables.forEach(variable -> copy(source.apply(variable), from, variable, session));
  }

  @SuppressWarnings("unchecked") // write() refuses tensors of another type
  private static <T extends TNumber> void copy(
      Variable<T> source, GraphSession from, Variable<?> variable, GraphSession session) {
    try (var value = source.read(from)) {
      ((Variable<T>) variable).write(session, value);
    }
  }
}
