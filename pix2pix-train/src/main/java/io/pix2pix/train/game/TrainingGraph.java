package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.game.Term;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variables;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The graph of an experiment, and the session that holds its weights. The players take their turns
 * within a step, each seeing what the ones before it have changed (paper, section 3.4: one step of
 * D, then one of G).
 */
public final class TrainingGraph implements AutoCloseable {
  private final Graph graph;
  private final Ops tf;
  private final Experiment experiment;
  private final Rules rules;
  private final Variables variables;
  private final Inputs inputs;
  private final Op everyone;
  private final Operand<TFloat32> losses;
  private final Session session;
  private final Map<ImageShape, Forward> forwards = new HashMap<>();

  private TrainingGraph(Graph graph, Experiment experiment, PairShape shape) {
    this.graph = graph;
    this.experiment = experiment;
    tf = Ops.create(graph);
    rules = Rules.of(experiment);
    variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
    inputs = Inputs.of(tf, shape, experiment.training().batchSize());
    var game = new Game(graph, tf, experiment, rules, variables, inputs);
    everyone = game.turns();
    losses = game.losses();
    session = Sessions.open(graph);
  }

  /**
   * Builds the graph and gives every variable its initial value.
   *
   * @param shape of the pairs of a batch
   * @throws IllegalArgumentException if a network cannot take images of that shape
   * @throws IllegalStateException if a loss asks a discriminator that none trains
   * @throws io.pix2pix.api.InvalidInputException if the losses do not make a game
   */
  public static TrainingGraph open(Experiment experiment, PairShape shape) {
    var graph = new Graph();
    TrainingGraph built;
    try {
      built = new TrainingGraph(graph, experiment, shape);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
    built.variables.initialize(built.session);
    return built;
  }

  /** What {@link #step} returns, by name; for example {@code generator.l1}. */
  public ImmutableList<String> columns() {
    return rules.terms().stream().map(Term::column).collect(ImmutableList.toImmutableList());
  }

  /** All weights and what optimisers keep, with the session that holds them. */
  public Variables variables() {
    return variables;
  }

  /** Holds the values of the variables. */
  public Session session() {
    return session;
  }

  /**
   * One step: every player takes its turn.
   *
   * @param number of the step; 0 is the first
   * @return the value of each term before the update of its player, without its weight, in the
   *     order of {@link #columns}
   */
  public float[] step(Batch batch, long number) {
    try (var numberTensor = TInt64.scalarOf(number);
        var rate = TFloat32.scalarOf((float) experiment.training().optimizer().learningRate());
        var result =
            session
                .runner()
                .feed(inputs.condition(), batch.condition())
                .feed(inputs.target(), batch.target())
                .feed(inputs.step(), numberTensor)
                .feed(inputs.learningRate(), rate)
                .addTarget(everyone)
                .fetch(losses)
                .run()) {
      var values = new float[rules.terms().size()];
      ((TFloat32) result.get(0)).copyTo(DataBuffers.of(values, false, false));
      return values;
    }
  }

  /**
   * Shows how the generator does, with batch statistics and noise as in training, each image on its
   * own.
   *
   * @param image a condition; images of another size than the first cost a part of the graph each
   * @return of the same height and width
   */
  public Image translate(Image image) {
    return forwards.computeIfAbsent(image.shape(), this::forward).run(session, image);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private Forward forward(ImageShape shape) {
    var phase = Phase.translation(Statistics.BATCH, true);
    return Forward.build(
        tf, experiment.generator(), variables, shape, inputs.channels(), phase, experiment.seed());
  }
}
