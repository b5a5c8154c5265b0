package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.network.Workers;
import io.pix2pix.train.inference.GeneratorSignature;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.inference.InferenceSettings;
import io.pix2pix.train.inference.WeightSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The graph of an experiment, and the session that holds its weights. The parameter groups are
 * updated one after the other within a step, each seeing what the ones before it have changed
 * (paper, section 3.4: one step of D, then one of G). Used by one thread at a time.
 */
public final class TrainingGraph implements AutoCloseable {
  private final Graph graph;
  private final Ops tf;
  private final Experiment experiment;
  private final LossTerms losses;
  private final Variables variables;
  private final Inputs inputs;
  private final StepControl control;
  private final Workers workers;
  private final ImmutableSortedMap<Long, BuiltStep> steps;
  private final Optional<MovingAverage> average;
  private final MemoryEstimate memory;
  private final GraphSession session;
  private final StepRunner runner;

  private TrainingGraph(
      Graph graph, Experiment experiment, PairShape shape, GraphPlan plan, Workers workers) {
    this.graph = graph;
    this.experiment = experiment;
    this.workers = workers;
    tf = Ops.create(graph);
    losses = LossTerms.of(experiment);
    variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
    int images = experiment.training().batchSize() / workers.count();
    inputs = Inputs.of(tf, shape, images, experiment.data().masked());
    control = StepControl.of(tf, inputs, workers);
    var phases = losses.plan().phases().stream().map(this::phase).toList();
    average =
        experiment.training().average() == 0
            ? Optional.empty()
            : Optional.of(MovingAverage.of(variables, generators()));
    steps =
        phases.stream()
            .collect(
                ImmutableSortedMap.toImmutableSortedMap(
                    Comparator.naturalOrder(), StepPhase::first, this::built));
    memory =
        MemoryEstimate.of(
            graph, variables, Lists.transform(steps.values().asList(), BuiltStep::all));
    session = Sessions.open(graph, plan, experiment.training().precision(), workers);
    runner = new StepRunner(session, inputs, control, workers);
  }

  private StepPhase phase(long first) {
    var builder =
        new TrainStepBuilder(
            graph, tf, experiment, losses, variables, inputs, control, workers, first);
    return new StepPhase(first, builder.updates(), builder.values());
  }

  private ImmutableList<ParameterGroup> generators() {
    return Stream.concat(
            Stream.of(ParameterGroup.GENERATOR),
            experiment.networks().generators().stream()
                .map(named -> new ParameterGroup(named.name())))
        .collect(ImmutableList.toImmutableList());
  }

  private BuiltStep built(StepPhase phase) {
    return new BuiltStep(
        all(tf, followed(phase.updates().values())),
        all(tf, phase.updates().get(ParameterGroup.DISCRIMINATOR)),
        phase.values());
  }

  private BuiltStep at(long step) {
    return Objects.requireNonNull(steps.floorEntry(step)).getValue();
  }

  /**
   * Builds the graph and gives every variable its initial value.
   *
   * @param shape of the pairs of a batch
   * @throws IllegalArgumentException if a network cannot take images of that shape
   * @throws IllegalStateException if a loss asks a discriminator that none trains
   * @throws io.pix2pix.api.error.InvalidInputException if the losses contradict each other or the
   *     training, or this machine has less memory than it takes
   */
  public static TrainingGraph open(Experiment experiment, PairShape shape) {
    return open(experiment, shape, GraphPlan.EMPTY);
  }

  /**
   * As {@link #open(Experiment, PairShape)}, with operations computed as they were before.
   *
   * @param plan what was chosen then
   */
  public static TrainingGraph open(Experiment experiment, PairShape shape, GraphPlan plan) {
    return open(experiment, shape, plan, Workers.ALONE);
  }

  /**
   * As {@link #open(Experiment, PairShape, GraphPlan)}, on a share of every batch.
   *
   * @param workers who have the other shares; the batch size is a multiple of their number
   */
  public static TrainingGraph open(
      Experiment experiment, PairShape shape, GraphPlan plan, Workers workers) {
    var built = build(experiment, shape, plan, workers);
    try {
      built.memory.require(experiment.name());
      built.variables.initialize(built.session);
      return built;
    } catch (RuntimeException e) {
      built.close();
      throw e;
    }
  }

  private static TrainingGraph build(
      Experiment experiment, PairShape shape, GraphPlan plan, Workers workers) {
    var graph = new Graph();
    try {
      return new TrainingGraph(graph, experiment, shape, plan, workers);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /**
   * Builds the graph of an experiment and closes it: what {@link #open} would refuse is refused
   * here, in less time.
   */
  public static void check(Experiment experiment, PairShape shape) {
    try (var built = build(experiment, shape, GraphPlan.EMPTY, Workers.ALONE)) {
      built.memory.require(experiment.name());
    }
  }

  /**
   * The memory that a training is expected to take, whether or not this machine has it.
   *
   * @param shape of the pairs of a batch
   * @throws IllegalArgumentException if a network cannot take images of that shape
   * @throws IllegalStateException if a loss asks a discriminator that none trains
   * @throws io.pix2pix.api.error.InvalidInputException if the losses contradict each other or the
   *     training
   */
  public static MemoryEstimate memory(Experiment experiment, PairShape shape) {
    try (var built = build(experiment, shape, GraphPlan.EMPTY, Workers.ALONE)) {
      return built.memory;
    }
  }

  /** The memory that the training is expected to take. */
  public MemoryEstimate memory() {
    return memory;
  }

  /** What {@link #step} returns, by name; for example {@code generator.l1}. */
  public ImmutableList<String> columns() {
    return losses.columns();
  }

  /** All weights and what optimizers keep, with the session that holds them. */
  public Variables variables() {
    return variables;
  }

  /** Where operations can be added to it. */
  public Graph graph() {
    return graph;
  }

  /** Holds the values of the variables. */
  public GraphSession session() {
    return session;
  }

  /** A step on a batch of its own at the full learning rate. */
  public float[] step(Batch batch, long number) {
    return step(batch, StepNumbers.of(number), 1);
  }

  /**
   * One step: every parameter group is updated.
   *
   * @param at where in the training it is
   * @param factor of the learning rate; the chief's counts
   * @return the value of each term before the update of its parameter group, without its weight, in
   *     the order of {@link #columns}
   */
  public float[] step(Batch batch, StepNumbers at, double factor) {
    var values = new float[losses.terms().size()];
    runner.all(at(at.step()), batch, at, rate(factor), values);
    return values;
  }

  /** Asks all workers to stop: they hear it in the next step. */
  public void wantStop() {
    runner.wantStop();
  }

  /** Whether a worker had asked to stop when the last step began. */
  public boolean stopAgreed() {
    return runner.stopAgreed();
  }

  /**
   * A step of D alone, before a step of all networks.
   *
   * @param at the step of all networks that comes next, and the number of this batch
   * @param factor of the learning rate
   */
  public void stepOfDiscriminator(Batch batch, StepNumbers at, double factor) {
    runner.discriminatorAlone(at(at.step()), batch, at, rate(factor));
  }

  private double rate(double factor) {
    return experiment.training().optimizer().learningRate() * factor;
  }

  /**
   * The generator as it is now, with batch statistics and noise as in training, each image on its
   * own; with averaged weights where the experiment keeps them. The caller closes it before this.
   */
  public InferenceModel snapshot() {
    var size = inputs.condition().shape();
    var shape = new ImageShape((int) size.get(1), (int) size.get(2), (int) size.get(3));
    var phase = Phase.translation(Statistics.BATCH, true);
    var network =
        new GeneratorSignature(
            ParameterGroup.GENERATOR, experiment.generator(), shape.channels(), inputs.channels());
    var settings = new InferenceSettings(network, phase, Precision.FLOAT32, experiment.seed());
    return InferenceModel.open(settings, shape, WeightSource.copy(session, this::shown));
  }

  private Variable<?> shown(Variable<?> wanted) {
    var trained =
        variables.all().stream()
            .filter(one -> one.name().equals(wanted.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(wanted + " was not trained"));
    return average.<Variable<?>>map(its -> its.of(trained)).orElse(trained);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private ImmutableList<Op> followed(Collection<Op> updates) {
    var all = ImmutableList.<Op>builder().addAll(updates);
    var after = tf.withControlDependencies(List.copyOf(updates));
    double decay = experiment.training().average();
    average.ifPresent(its -> all.addAll(its.follow(after, decay, inputs.step())));
    return all.build();
  }

  private static Op all(Ops tf, Collection<Op> operations) {
    return tf.withControlDependencies(List.copyOf(operations)).noOp();
  }

  /**
   * Steps in which the same networks are frozen.
   *
   * @param first of these steps
   * @param updates of networks that are not frozen
   * @param values of the terms
   */
  private record StepPhase(
      long first, ImmutableListMultimap<ParameterGroup, Op> updates, Operand<TFloat32> values) {}
}
