package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Builds the update of a parameter group: its objective, the gradients of it, and the update of its
 * parameters.
 *
 * <p>All gradients of all groups pass {@link #gradients} between being computed and being applied.
 *
 * @param tf where operations go
 * @param variables the group's, and where its optimizer's are made
 * @param gradients computes them
 * @param clipping bounds them
 * @param optimizer of the group
 */
record Minimizer(
    Ops tf, Variables variables, Gradients gradients, Clipping clipping, Optimizer optimizer) {

  /**
   * How each parameter of the group is to change.
   *
   * @param parameters the snapshot in which the objective saw the group's parameters
   * @param values takes the value of each term
   */
  ImmutableList<Optimizer.Gradient> gradients(
      ParameterGroup group,
      List<Term> terms,
      LossContext context,
      VariableSnapshot parameters,
      Map<Term, Operand<TFloat32>> values) {
    var objective = objective(terms, context, values);
    var owned = variables.parametersOf(group);
    var read = owned.stream().map(parameters::value).collect(ImmutableList.toImmutableList());
    var computed = clipping.clip(tf, gradients.of(objective, read));
    var gradients = ImmutableList.<Optimizer.Gradient>builder();
    for (int i = 0; i < owned.size(); i++) {
      gradients.add(new Optimizer.Gradient(owned.get(i), computed.get(i)));
    }
    return gradients.build();
  }

  /**
   * Operations that change the group's parameters, and only these.
   *
   * @param after all gradients of the group exist there: else one could see half-updated weights
   * @param learningRate scalar
   */
  ImmutableList<Op> apply(
      Ops after,
      ParameterGroup group,
      ImmutableList<Optimizer.Gradient> changes,
      Operand<TFloat32> learningRate) {
    var counter = variables.counter("optimizer/updates/" + group.name());
    var count =
        after.math.add(after.readVariableOp(counter.handle(), TInt64.class), after.constant(1L));
    var slots = new LinkedHashMap<String, Variable<TFloat32>>();
    Optimizer.Slots slotsByName =
        (name, parameter) ->
            slots.computeIfAbsent(
                "optimizer/" + name + "/" + parameter.name(),
                key -> variables.zerosLike(key, parameter));
    return ImmutableList.<Op>builder()
        .addAll(optimizer.update(after, slotsByName, changes, learningRate, count))
        .add(after.assignVariableOp(counter.handle(), count))
        .build();
  }

  private Operand<TFloat32> objective(
      List<Term> terms, LossContext context, Map<Term, Operand<TFloat32>> values) {
    var weighted = new ArrayList<Operand<TFloat32>>();
    for (var term : terms) {
      var value = term.value().in(context);
      values.put(term, value);
      weighted.add(tf.math.mul(value, term.weight().at(tf, context.step())));
    }
    return tf.math.addN(weighted);
  }
}
