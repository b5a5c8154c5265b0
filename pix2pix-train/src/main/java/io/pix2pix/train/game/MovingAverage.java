package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.checkpoint.WeightSelection;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * An exponential moving average of generators' parameters (Yazıcı et al. 2019): often steadier than
 * the parameters of any one step. Running statistics have no average: they are one.
 *
 * @param averages the average of each parameter
 */
record MovingAverage(ImmutableMap<Variable<?>, Variable<TFloat32>> averages) {
  /** Over so many steps at first, so that the average soon leaves the initial weights behind. */
  private static final float WARM_UP = 9;

  /** Makes a variable for the average of each parameter of some generators. */
  static MovingAverage of(Variables variables, ImmutableList<ParameterGroup> generators) {
    var averages = ImmutableMap.<Variable<?>, Variable<TFloat32>>builder();
    for (var generator : generators) {
      for (var parameter : variables.parametersOf(generator)) {
        averages.put(
            parameter, variables.zerosLike(WeightSelection.averageOf(parameter.name()), parameter));
      }
    }
    return new MovingAverage(averages.buildOrThrow());
  }

  /**
   * Moves the averages towards the parameters as they are now: all the way at the first step.
   *
   * @param tf operations go there after the parameters were updated
   * @param decay how much of the average is kept once many steps are done
   * @param step scalar, 0 for the first
   */
  ImmutableList<Op> follow(Ops tf, double decay, Operand<TInt64> step) {
    var share = tf.math.sub(tf.constant(1f), decayAt(tf, decay, step));
    var moves = ImmutableList.<Op>builder();
    averages.forEach(
        (parameter, average) -> {
          var now = tf.readVariableOp(parameter.handle(), TFloat32.class);
          var before = tf.readVariableOp(average.handle(), TFloat32.class);
          var move = tf.math.mul(tf.math.sub(now, before), share);
          moves.add(tf.assignAddVariableOp(average.handle(), move));
        });
    return moves.build();
  }

  /** The average of a parameter; of what has none, the variable itself. */
  Variable<?> of(Variable<?> variable) {
    var average = averages.get(variable);
    return average == null ? variable : average;
  }

  private static Operand<TFloat32> decayAt(Ops tf, double decay, Operand<TInt64> step) {
    var done = tf.dtypes.cast(step, TFloat32.class);
    var early = tf.math.div(done, tf.math.add(done, tf.constant(WARM_UP)));
    return tf.math.minimum(tf.constant((float) decay), early);
  }
}
