package io.pix2pix.train.game;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.game.GraphGradients;
import io.pix2pix.api.game.Player;
import io.pix2pix.api.game.Term;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Reading;
import io.pix2pix.api.network.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Builds the turns of all players, one after the other: each reads the variables as the turns
 * before it have left them. The generator's forward pass stands at the opening, as all players look
 * at the same {@code G(x)}.
 */
final class Game {
  private final Ops tf;
  private final Experiment experiment;
  private final Rules rules;
  private final Variables variables;
  private final Inputs inputs;
  private final GraphGradients gradients;
  private final Reading opening;
  private final TurnScene.Images images;
  private final Map<Term, Operand<TFloat32>> values = new LinkedHashMap<>();

  Game(
      Graph graph, Ops tf, Experiment experiment, Rules rules, Variables variables, Inputs inputs) {
    this.tf = tf;
    this.experiment = experiment;
    this.rules = rules;
    this.variables = variables;
    this.inputs = inputs;
    gradients = new GraphGradients(graph);
    opening = new Reading(tf);
    var layers = networksAt(opening).apply(Player.GENERATOR);
    var generated = experiment.generator().build(layers, inputs.condition(), inputs.channels());
    images = new TurnScene.Images(inputs.condition(), inputs.target(), checked(generated));
  }

  private Operand<TFloat32> checked(Operand<TFloat32> generated) {
    checkArgument(
        generated.shape().equals(inputs.target().shape()),
        "generator: it gives images of %s, but the targets are %s; choose one that keeps the size",
        generated.shape(),
        inputs.target().shape());
    return generated;
  }

  /** Adds every turn to the graph; returns the operation that takes them all. */
  Op turns() {
    var done = new ArrayList<Op>();
    var reading = opening;
    for (var player : rules.players()) {
      done.addAll(turn(player, reading));
      reading = new Reading(tf.withControlDependencies(List.copyOf(done)));
    }
    return tf.withControlDependencies(done).noOp();
  }

  /** The value of each term, in the order of the rules; after {@link #turns}. */
  Operand<TFloat32> losses() {
    return tf.stack(rules.terms().stream().map(values::get).toList());
  }

  private List<Op> turn(Player player, Reading reading) {
    boolean generates = player.equals(Player.GENERATOR);
    var optimizer = experiment.training().optimizer();
    var turn = new Turn(tf, variables, gradients, optimizer, inputs.learningRate());
    var parameters = generates ? opening : reading;
    var done =
        new ArrayList<>(
            turn.update(player, rules.termsOf(player), scene(reading), parameters, values));
    done.addAll(statistics(reading, generates));
    return done;
  }

  /**
   * Running averages are written with the turn in which they were seen; those of the opening's G(x)
   * with G's.
   */
  private List<Op> statistics(Reading reading, boolean generates) {
    var writes = new ArrayList<Op>();
    writes.addAll(reading.writes(tf, variable -> !Player.GENERATOR.owns(variable.name())));
    if (generates) {
      writes.addAll(opening.writes(tf, variable -> Player.GENERATOR.owns(variable.name())));
    }
    return writes;
  }

  private TurnScene scene(Reading reading) {
    var networks = networksAt(reading);
    var layers = networks.apply(Player.DISCRIMINATOR);
    return new TurnScene(
        tf,
        images,
        inputs.step(),
        noise(),
        Phase.TRAINING,
        networks,
        new ConditionalJudge(experiment.discriminator(), layers),
        rules.plays(Player.DISCRIMINATOR),
        gradients);
  }

  private Function<Player, Layers> networksAt(Reading reading) {
    return player -> new Layers(tf, variables, reading, Phase.TRAINING, noise(), player.name());
  }

  private Noise noise() {
    return new Noise(experiment.seed(), inputs.step());
  }
}
