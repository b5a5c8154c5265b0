package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.game.Player;
import io.pix2pix.api.game.Term;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Reading;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The graph of an experiment, and the session that holds its weights. The players take their turns
 * within a step, each seeing what the ones before it have changed (paper, section 3.4: one step of
 * D, then one of G).
 */
public final class TrainingGraph implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Rules rules;
  private final Experiment experiment;
  private final Variables variables;
  private final Placeholder<TFloat32> condition;
  private final Placeholder<TFloat32> target;
  private final Placeholder<TInt64> step;
  private final Placeholder<TFloat32> learningRate;
  private final Operand<TFloat32> losses;
  private final Op everyone;
  private final Session session;
  private final Map<ImageShape, Forward> forwards = new HashMap<>();

  /**
   * Builds the graph and gives every variable its initial value.
   *
   * @param shape of the pairs of a batch
   * @throws IllegalArgumentException if a network cannot take images of that shape
   * @throws io.pix2pix.api.InvalidInputException if the losses do not make a game
   */
  public TrainingGraph(Experiment experiment, PairShape shape) {
    this.experiment = experiment;
    rules = Rules.of(experiment.losses());
    variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
    int n = experiment.training().batchSize();
    condition =
        images(
            n, shape.condition().height(), shape.condition().width(), shape.condition().channels());
    target = images(n, shape.target().height(), shape.target().width(), shape.target().channels());
    step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    learningRate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    var values = new LinkedHashMap<Term, Operand<TFloat32>>();
    everyone = turns(values);
    losses = tf.stack(rules.terms().stream().map(values::get).toList());
    session = Sessions.open(graph);
    variables.initialize(session);
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
                .feed(condition, batch.condition())
                .feed(target, batch.target())
                .feed(step, numberTensor)
                .feed(learningRate, rate)
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
    int channels = Math.toIntExact(target.shape().get(3));
    var phase = Phase.translation(Statistics.BATCH, true);
    return Forward.build(
        tf, experiment.generator(), variables, shape, channels, phase, experiment.seed());
  }

  private Op turns(Map<Term, Operand<TFloat32>> values) {
    var opening = new Reading(tf);
    var networks = networksAt(opening);
    var generated =
        experiment
            .generator()
            .build(
                networks.apply(Player.GENERATOR),
                condition,
                Math.toIntExact(target.shape().get(3)));
    var images = new TurnScene.Images(condition, target, generated);
    var done = new ArrayList<Op>();
    var reading = opening;
    for (var player : rules.players()) {
      done.addAll(turn(player, images, opening, reading, values));
      reading = new Reading(tf.withControlDependencies(List.copyOf(done)));
    }
    return tf.withControlDependencies(done).noOp();
  }

  private List<Op> turn(
      Player player,
      TurnScene.Images images,
      Reading opening,
      Reading reading,
      Map<Term, Operand<TFloat32>> values) {
    var gradients = new GraphGradients(graph);
    var networks = networksAt(reading);
    var judge =
        new ConditionalJudge(
            experiment.discriminator(), networks.apply(Player.DISCRIMINATOR), condition);
    var scene =
        new TurnScene(
            tf,
            images,
            step,
            Phase.TRAINING,
            networks,
            judge,
            rules.plays(Player.DISCRIMINATOR),
            gradients);
    var turn = new Turn(tf, variables, gradients, experiment.training().optimizer(), learningRate);
    boolean generates = player.equals(Player.GENERATOR);
    var done =
        new ArrayList<>(
            turn.update(
                player, rules.termsOf(player), scene, generates ? opening : reading, values));
    done.addAll(
        reading.writes(tf, variable -> generates || !Player.GENERATOR.owns(variable.name())));
    if (generates && reading != opening) {
      done.addAll(opening.writes(tf, variable -> Player.GENERATOR.owns(variable.name())));
    }
    return done;
  }

  private Function<Player, Layers> networksAt(Reading reading) {
    var noise = new Noise(experiment.seed(), step);
    return player -> new Layers(tf, variables, reading, Phase.TRAINING, noise, player.name());
  }

  private Placeholder<TFloat32> images(int n, int height, int width, int channels) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(n, height, width, channels)));
  }
}
