package io.pix2pix.train.game;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.network.Workers;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.training.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Builds the updates of all parameter groups. The generator's forward pass comes first, as all
 * parameter groups look at the same {@code G(x)}. A network that is frozen has its losses computed
 * and is left as it is.
 */
final class TrainStepBuilder {
  private final Ops tf;
  private final Experiment experiment;
  private final Training training;
  private final LossTerms losses;
  private final UpdatePlan plan;
  private final long step;
  private final Variables variables;
  private final Inputs inputs;
  private final StepControl control;
  private final Workers workers;
  private final GraphGradients gradients;
  private final Minimizer minimizer;
  private final VariableSnapshot forwardPass;
  private final Optional<ImagePool> pool;
  private final StepLossContext.Images images;
  private final Map<Term, Operand<TFloat32>> values = new LinkedHashMap<>();

  /**
   * @param step decides which networks are frozen
   */
  TrainStepBuilder(
      Graph graph,
      Ops tf,
      Experiment experiment,
      LossTerms losses,
      Variables variables,
      Inputs inputs,
      StepControl control,
      Workers workers,
      long step) {
    this.tf = tf;
    this.experiment = experiment;
    this.training = experiment.training();
    this.losses = losses;
    this.plan = losses.plan();
    this.step = step;
    this.variables = variables;
    this.inputs = inputs;
    this.control = control;
    this.workers = workers;
    gradients = new GraphGradients(graph);
    minimizer =
        new Minimizer(
            tf,
            variables,
            gradients,
            ImmutableList.of(training.clipping()),
            training.optimizer(),
            workers);
    forwardPass = new VariableSnapshot(tf);
    var layers = layers(ParameterGroup.GENERATOR, forwardPass);
    var generated =
        whereItCounts(
            checked(experiment.generator().build(layers, inputs.condition(), inputs.channels())));
    var fake = new ConditionedImage(inputs.condition(), generated);
    pool = pool(fake);
    var pooledFake = pool.map(ImagePool::shown).orElse(fake);
    images =
        new StepLossContext.Images(
            inputs.condition(),
            inputs.target(),
            generated,
            pooledFake,
            inputs.mask().map(mask -> mask));
  }

  /** With the target where pixels do not count, so that no loss sees a difference there. */
  private Operand<TFloat32> whereItCounts(Operand<TFloat32> generated) {
    if (inputs.mask().isEmpty()) {
      return generated;
    }
    var known = tf.math.greater(inputs.mask().get(), tf.constant(0f));
    var counts = tf.dtypes.cast(known, TFloat32.class);
    var hidden = tf.math.sub(tf.constant(1f), counts);
    return tf.math.add(tf.math.mul(generated, counts), tf.math.mul(inputs.target(), hidden));
  }

  /** Adds every update to the graph; returns the operations of each, in their order. */
  ImmutableListMultimap<ParameterGroup, Op> updates() {
    return switch (training.update()) {
      case ALTERNATING -> alternating();
      case SIMULTANEOUS -> simultaneous();
    };
  }

  /** The value of each term, in the order of the experiment; after {@link #updates}. */
  Operand<TFloat32> values() {
    return workers.mean(tf, tf.stack(losses.terms().stream().map(values::get).toList()));
  }

  /** One after the other: each reads the variables as the updates before it have left them. */
  private ImmutableListMultimap<ParameterGroup, Op> alternating() {
    var done = ImmutableListMultimap.<ParameterGroup, Op>builder();
    var snapshot = forwardPass;
    for (var update : plan.updates()) {
      var objective = objective(update, context(snapshot));
      if (update.frozen(step)) {
        continue;
      }
      var changes = changes(update, objective, update.trainsGenerator() ? forwardPass : snapshot);
      done.putAll(update.group(), apply(after(changes), update, changes));
      done.putAll(update.group(), statistics(snapshot, update.group()));
      snapshot =
          new VariableSnapshot(tf.withControlDependencies(List.copyOf(done.build().values())));
    }
    return done.build();
  }

  /** All at once: each reads the variables as the step has found them. */
  private ImmutableListMultimap<ParameterGroup, Op> simultaneous() {
    var context = context(forwardPass);
    var changes = new LinkedHashMap<PlannedUpdate, ImmutableList<Optimizer.Gradient>>();
    for (var update : plan.updates()) {
      var objective = objective(update, context);
      if (!update.frozen(step)) {
        changes.put(update, changes(update, objective, forwardPass));
      }
    }
    var after = after(Iterables.concat(changes.values()));
    var done = ImmutableListMultimap.<ParameterGroup, Op>builder();
    changes.forEach((update, its) -> done.putAll(update.group(), apply(after, update, its)));
    return done.putAll(ParameterGroup.GENERATOR, forwardPass.writes(tf, this::changes, workers))
        .build();
  }

  private ImmutableList<Minimizer.WeightedLoss> objective(
      PlannedUpdate update, LossContext context) {
    var objective = ImmutableList.<Minimizer.WeightedLoss>builder();
    for (var term : update.terms()) {
      var value = term.value().in(context);
      values.putIfAbsent(term, value);
      objective.add(new Minimizer.WeightedLoss(value, term.weight().at(tf, context.step())));
    }
    return objective.build();
  }

  private ImmutableList<Optimizer.Gradient> changes(
      PlannedUpdate update,
      ImmutableList<Minimizer.WeightedLoss> objective,
      VariableSnapshot snapshot) {
    var parameters = plan.parameters(update, variables);
    return minimizer.gradients(update.group(), parameters, objective, snapshot);
  }

  private Ops after(Iterable<Optimizer.Gradient> changes) {
    var computed = ImmutableList.<Op>builder();
    changes.forEach(change -> computed.add(change.value()));
    return tf.withControlDependencies(computed.build());
  }

  private ImmutableList<Op> apply(
      Ops after, PlannedUpdate update, ImmutableList<Optimizer.Gradient> changes) {
    var done = ImmutableList.<Op>builder();
    done.addAll(minimizer.apply(after, update.group(), changes, learningRate(update)));
    if (update.group().equals(ParameterGroup.DISCRIMINATOR)) {
      pool.ifPresent(its -> done.addAll(its.writes()));
    }
    return done.build();
  }

  private Operand<TFloat32> learningRate(PlannedUpdate update) {
    return update.rate() == 1
        ? control.learningRate()
        : tf.math.mul(control.learningRate(), tf.constant((float) update.rate()));
  }

  /**
   * Running averages are written with the update in which they were seen; those of the forward
   * pass's G(x) with G's.
   */
  private ImmutableList<Op> statistics(VariableSnapshot snapshot, ParameterGroup group) {
    var writes = ImmutableList.<Op>builder();
    writes.addAll(
        snapshot.writes(
            tf,
            variable -> !ParameterGroup.GENERATOR.owns(variable.name()) && changes(variable),
            workers));
    if (ParameterGroup.GENERATOR.contains(group)) {
      writes.addAll(
          forwardPass.writes(
              tf, variable -> group.owns(variable.name()) && changes(variable), workers));
    }
    return writes.build();
  }

  private boolean changes(Variable<?> variable) {
    return !plan.frozen(variable.name(), step);
  }

  private Operand<TFloat32> checked(Operand<TFloat32> generated) {
    checkArgument(
        generated.shape().equals(inputs.target().shape()),
        "generator: it gives images of %s, but the targets are %s; choose one that keeps the size",
        generated.shape(),
        inputs.target().shape());
    return generated;
  }

  private Optional<ImagePool> pool(ConditionedImage fake) {
    return training.discriminator().imagePool() == 0
        ? Optional.empty()
        : Optional.of(
            ImagePool.query(
                tf, variables, training.discriminator().imagePool(), noise(), workers, fake));
  }

  private StepLossContext context(VariableSnapshot snapshot) {
    var networks = new GraphNetworks(experiment, group -> layers(group, snapshot));
    return new StepLossContext(
        tf,
        images,
        inputs.step(),
        noise(),
        Phase.TRAINING,
        networks,
        new ConditionalDiscriminatorView(
            experiment.discriminator(), layers(ParameterGroup.DISCRIMINATOR, snapshot)),
        plan.trains(ParameterGroup.DISCRIMINATOR),
        gradients,
        workers);
  }

  /** The generator is read once in a step: in its forward pass. */
  private Layers layers(ParameterGroup group, VariableSnapshot snapshot) {
    var read = ParameterGroup.GENERATOR.contains(group) ? forwardPass : snapshot;
    return new Layers(tf, variables, read, Phase.TRAINING, noise(), group.name(), workers);
  }

  private Noise noise() {
    return new Noise(experiment.seed(), inputs.batch());
  }
}
