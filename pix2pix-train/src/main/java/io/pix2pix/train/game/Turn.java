package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.loss.Scene;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.Player;
import io.pix2pix.api.network.Reading;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.Optimizer;
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
 * Builds the turn of a player: its objective, the gradients of it, and the update of its
 * parameters.
 *
 * <p>All gradients of all players pass {@link #gradients} between being computed and being applied.
 *
 * @param tf where operations go
 * @param variables the player's, and where its optimizer's are made
 * @param gradients computes them
 * @param clipping bounds them
 * @param optimizer of the player
 */
record Turn(
    Ops tf, Variables variables, Gradients gradients, Clipping clipping, Optimizer optimizer) {

  /**
   * How each parameter of the player is to change.
   *
   * @param parameters the reading in which the objective saw the player's parameters
   * @param values takes the value of each term
   */
  ImmutableList<Optimizer.Gradient> gradients(
      Player player,
      List<Term> terms,
      Scene scene,
      Reading parameters,
      Map<Term, Operand<TFloat32>> values) {
    var objective = objective(terms, scene, values);
    var owned = variables.parametersOf(player);
    var read = owned.stream().map(parameters::value).collect(ImmutableList.toImmutableList());
    var computed = clipping.clip(tf, gradients.of(objective, read));
    var gradients = ImmutableList.<Optimizer.Gradient>builder();
    for (int i = 0; i < owned.size(); i++) {
      gradients.add(new Optimizer.Gradient(owned.get(i), computed.get(i)));
    }
    return gradients.build();
  }

  /**
   * Operations that change the player's parameters, and only these.
   *
   * @param after all gradients of the player exist there: else one could see half-updated weights
   * @param learningRate scalar
   */
  ImmutableList<Op> apply(
      Ops after,
      Player player,
      ImmutableList<Optimizer.Gradient> changes,
      Operand<TFloat32> learningRate) {
    var counter = variables.counter("optimizer/updates/" + player.name());
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
      List<Term> terms, Scene scene, Map<Term, Operand<TFloat32>> values) {
    var weighted = new ArrayList<Operand<TFloat32>>();
    for (var term : terms) {
      var value = term.value().in(scene);
      values.put(term, value);
      weighted.add(tf.math.mul(value, term.weight().at(tf, scene.step())));
    }
    return tf.math.addN(weighted);
  }
}
