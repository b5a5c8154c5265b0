package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.api.loss.Gradients;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.network.Workers;
import io.pix2pix.api.training.GradientTransform;
import io.pix2pix.api.training.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The one way from an objective to an update: gradients of the weighted loss terms with respect to
 * the parameters, through every transform, to the optimizer. Used by the one thread that builds the
 * graph.
 *
 * @param tf where operations go
 * @param variables where parameters are, and the optimizer's own variables are made
 * @param gradients computes gradients
 * @param transforms what gradients pass, in this order
 * @param optimizer turns gradients into changes
 * @param workers whose gradients are averaged first
 */
public record Minimizer(
    Ops tf,
    Variables variables,
    Gradients gradients,
    ImmutableList<GradientTransform> transforms,
    Optimizer optimizer,
    Workers workers) {

  /** Of a process that works alone. */
  public Minimizer(
      Ops tf,
      Variables variables,
      Gradients gradients,
      ImmutableList<GradientTransform> transforms,
      Optimizer optimizer) {
    this(tf, variables, gradients, transforms, optimizer, Workers.ALONE);
  }

  /**
   * A term of an objective.
   *
   * @param value scalar
   * @param weight scalar
   */
  public record WeightedLoss(Operand<TFloat32> value, Operand<TFloat32> weight) {}

  /**
   * Gradients and update in one, for an objective that no other update depends on.
   *
   * @param group whose name the optimizer's variables bear
   * @param parameters what is changed
   * @param snapshot the moment at which the objective read the parameters
   * @param learningRate scalar
   * @return operations that change the parameters, after all their gradients exist
   */
  public ImmutableList<Op> minimize(
      ParameterGroup group,
      ImmutableList<Variable<TFloat32>> parameters,
      ImmutableList<WeightedLoss> objective,
      VariableSnapshot snapshot,
      Operand<TFloat32> learningRate) {
    var changes = gradients(group, parameters, objective, snapshot);
    var computed = changes.stream().map(change -> (Op) change.value()).toList();
    return apply(tf.withControlDependencies(computed), group, changes, learningRate);
  }

  /**
   * How each parameter is to change: what has passed all transforms.
   *
   * @param snapshot the moment at which the objective read the parameters
   */
  public ImmutableList<Optimizer.Gradient> gradients(
      ParameterGroup group,
      ImmutableList<Variable<TFloat32>> parameters,
      ImmutableList<WeightedLoss> objective,
      VariableSnapshot snapshot) {
    var read = parameters.stream().map(snapshot::value).collect(ImmutableList.toImmutableList());
    var computed = overWorkers(read, gradients.of(sum(objective), read));
    var builder = ImmutableList.<Optimizer.Gradient>builder();
    for (int i = 0; i < parameters.size(); i++) {
      builder.add(new Optimizer.Gradient(parameters.get(i), computed.get(i)));
    }
    var passed = builder.build();
    for (var transform : transforms) {
      passed = transform.transform(tf, group, passed);
    }
    return passed;
  }

  /**
   * Operations that change the parameters and what the optimizer keeps, and only these.
   *
   * @param after all gradients of the group exist there: else one could see half-updated weights
   * @param learningRate scalar
   */
  public ImmutableList<Op> apply(
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

  /** TensorFlow does not know the shapes of all gradients; they are those of the parameters. */
  private ImmutableList<Operand<TFloat32>> overWorkers(
      ImmutableList<Operand<TFloat32>> parameters, ImmutableList<Operand<TFloat32>> computed) {
    if (workers.count() == 1) {
      return computed;
    }
    var shaped =
        Streams.zip(
            computed.stream(),
            parameters.stream(),
            (gradient, parameter) -> tf.reshape(gradient, tf.constant(parameter.shape())));
    return workers.means(tf, shaped.collect(ImmutableList.toImmutableList()));
  }

  private Operand<TFloat32> sum(List<WeightedLoss> objective) {
    var weighted = new ArrayList<Operand<TFloat32>>();
    objective.forEach(term -> weighted.add(tf.math.mul(term.value(), term.weight())));
    return tf.math.addN(weighted);
  }
}
