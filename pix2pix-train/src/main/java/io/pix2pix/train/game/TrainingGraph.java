package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.inference.InferenceSettings;
import io.pix2pix.train.inference.WeightSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The graph of an experiment, and the session that holds its weights. The parameter groups are
 * updated one after the other within a step, each seeing what the ones before it have changed
 * (paper, section 3.4: one step of D, then one of G).
 */
public final class TrainingGraph implements AutoCloseable {
  private final Graph graph;
  private final Ops tf;
  private final Experiment experiment;
  private final LossTerms losses;
  private final Variables variables;
  private final Inputs inputs;
  private final Op everyone;
  private final Op discriminatorAlone;
  private final Operand<TFloat32> values;
  private final Optional<MovingAverage> average;
  private final Session session;

  private TrainingGraph(Graph graph, Experiment experiment, PairShape shape) {
    this.graph = graph;
    this.experiment = experiment;
    tf = Ops.create(graph);
    losses = LossTerms.of(experiment);
    variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
    inputs = Inputs.of(tf, shape, experiment.training().batchSize());
    var builder = new TrainStepBuilder(graph, tf, experiment, losses, variables, inputs);
    var updates = builder.updates();
    values = builder.values();
    discriminatorAlone = all(tf, updates.get(ParameterGroup.DISCRIMINATOR));
    average =
        experiment.training().average() == 0
            ? Optional.empty()
            : Optional.of(MovingAverage.of(variables));
    everyone = all(tf, followed(updates.values()));
    session = Sessions.open(graph);
  }

  /**
   * Builds the graph and gives every variable its initial value.
   *
   * @param shape of the pairs of a batch
   * @throws IllegalArgumentException if a network cannot take images of that shape
   * @throws IllegalStateException if a loss asks a discriminator that none trains
   * @throws io.pix2pix.api.error.InvalidInputException if the losses contradict each other or the
   *     training
   */
  public static TrainingGraph open(Experiment experiment, PairShape shape) {
    var built = build(experiment, shape);
    built.variables.initialize(built.session);
    return built;
  }

  private static TrainingGraph build(Experiment experiment, PairShape shape) {
    var graph = new Graph();
    try {
      return new TrainingGraph(graph, experiment, shape);
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
    build(experiment, shape).close();
  }

  /** What {@link #step} returns, by name; for example {@code generator.l1}. */
  public ImmutableList<String> columns() {
    return losses.columns();
  }

  /** All weights and what optimizers keep, with the session that holds them. */
  public Variables variables() {
    return variables;
  }

  /** Holds the values of the variables. */
  public Session session() {
    return session;
  }

  /** One step at the full learning rate. */
  public float[] step(Batch batch, long number) {
    return step(batch, number, 1);
  }

  /**
   * One step: every parameter group is updated.
   *
   * @param number of the step; 0 is the first
   * @param factor of the learning rate
   * @return the value of each term before the update of its parameter group, without its weight, in
   *     the order of {@link #columns}
   */
  public float[] step(Batch batch, long number, double factor) {
    int others = experiment.training().discriminatorSteps() - 1;
    var values = new float[losses.terms().size()];
    run(
        batch,
        new Moment(number, others, factor),
        runner -> runner.addTarget(everyone).fetch(this.values),
        result -> ((TFloat32) result.get(0)).copyTo(DataBuffers.of(values, false, false)));
    return values;
  }

  /**
   * A step of D alone, before a step of everyone.
   *
   * @param number of the step of everyone that comes next; 0 is the first
   * @param before how many such steps of D came before this one since the last step of everyone
   * @param factor of the learning rate
   */
  public void stepOfDiscriminator(Batch batch, long number, int before, double factor) {
    run(
        batch,
        new Moment(number, before, factor),
        runner -> runner.addTarget(discriminatorAlone),
        result -> {});
  }

  /**
   * The generator as it is now, with batch statistics and noise as in training, each image on its
   * own; with averaged weights where the experiment keeps them. The caller closes it before this.
   */
  public InferenceModel snapshot() {
    var size = inputs.condition().shape();
    var shape = new ImageShape((int) size.get(1), (int) size.get(2), (int) size.get(3));
    var phase = Phase.translation(Statistics.BATCH, true);
    var settings =
        new InferenceSettings(
            experiment.generator(), shape.channels(), inputs.channels(), phase, experiment.seed());
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

  private void run(
      Batch batch, Moment moment, UnaryOperator<Session.Runner> asked, Consumer<Result> answer) {
    var training = experiment.training();
    long batches = moment.step() * training.discriminatorSteps() + moment.before();
    double rate = training.optimizer().learningRate() * moment.factor();
    try (var step = TInt64.scalarOf(moment.step());
        var number = TInt64.scalarOf(batches);
        var learningRate = TFloat32.scalarOf((float) rate)) {
      var runner =
          session
              .runner()
              .feed(inputs.condition(), batch.condition())
              .feed(inputs.target(), batch.target())
              .feed(inputs.step(), step)
              .feed(inputs.batch(), number)
              .feed(inputs.learningRate(), learningRate);
      try (var result = asked.apply(runner).run()) {
        answer.accept(result);
      }
    }
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
   * @param step of everyone
   * @param before steps of D alone since the step before
   * @param factor of the learning rate
   */
  private record Moment(long step, int before, double factor) {}
}
