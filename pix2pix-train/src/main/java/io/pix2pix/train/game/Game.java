package io.pix2pix.train.game;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.loss.Scene;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Player;
import io.pix2pix.api.network.Reading;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.training.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Builds the turns of all players. The generator's forward pass stands at the opening, as all
 * players look at the same {@code G(x)}.
 */
final class Game {
  private final Ops tf;
  private final Experiment experiment;
  private final Training training;
  private final Rules rules;
  private final Variables variables;
  private final Inputs inputs;
  private final GraphGradients gradients;
  private final Turn turn;
  private final Reading opening;
  private final Optional<ImagePool> pool;
  private final TurnScene.Images images;
  private final Map<Term, Operand<TFloat32>> values = new LinkedHashMap<>();

  Game(
      Graph graph, Ops tf, Experiment experiment, Rules rules, Variables variables, Inputs inputs) {
    this.tf = tf;
    this.experiment = experiment;
    this.training = experiment.training();
    this.rules = rules;
    this.variables = variables;
    this.inputs = inputs;
    gradients = new GraphGradients(graph);
    turn = new Turn(tf, variables, gradients, training.clipping(), training.optimizer());
    opening = new Reading(tf);
    var layers = networksAt(opening).apply(Player.GENERATOR);
    var generated = experiment.generator().build(layers, inputs.condition(), inputs.channels());
    var fake = new ConditionedImage(inputs.condition(), checked(generated));
    pool = pool(fake);
    var remembered = pool.map(ImagePool::shown).orElse(fake);
    images = new TurnScene.Images(inputs.condition(), inputs.target(), generated, remembered);
  }

  /** Adds every turn to the graph; returns the operations of each, in the order of turns. */
  ImmutableListMultimap<Player, Op> turns() {
    return switch (training.update()) {
      case ALTERNATING -> alternating();
      case SIMULTANEOUS -> simultaneous();
    };
  }

  /** The value of each term, in the order of the rules; after {@link #turns}. */
  Operand<TFloat32> losses() {
    return tf.stack(rules.terms().stream().map(values::get).toList());
  }

  /** One after the other: each reads the variables as the turns before it have left them. */
  private ImmutableListMultimap<Player, Op> alternating() {
    var done = ImmutableListMultimap.<Player, Op>builder();
    var reading = opening;
    for (var player : rules.players()) {
      boolean generates = player.equals(Player.GENERATOR);
      var changes = changes(player, scene(reading), generates ? opening : reading);
      done.putAll(player, apply(after(changes), player, changes));
      done.putAll(player, statistics(reading, generates));
      reading = new Reading(tf.withControlDependencies(List.copyOf(done.build().values())));
    }
    return done.build();
  }

  /** All at once: each reads the variables as the step has found them. */
  private ImmutableListMultimap<Player, Op> simultaneous() {
    var scene = scene(opening);
    var changes = new LinkedHashMap<Player, ImmutableList<Optimizer.Gradient>>();
    rules.players().forEach(player -> changes.put(player, changes(player, scene, opening)));
    var after = after(Iterables.concat(changes.values()));
    var done = ImmutableListMultimap.<Player, Op>builder();
    changes.forEach((player, its) -> done.putAll(player, apply(after, player, its)));
    return done.putAll(Player.GENERATOR, opening.writes(tf, variable -> true)).build();
  }

  private ImmutableList<Optimizer.Gradient> changes(
      Player player, Scene scene, Reading parameters) {
    return turn.gradients(player, rules.termsOf(player), scene, parameters, values);
  }

  private Ops after(Iterable<Optimizer.Gradient> changes) {
    var computed = ImmutableList.<Op>builder();
    changes.forEach(change -> computed.add(change.value()));
    return tf.withControlDependencies(computed.build());
  }

  private ImmutableList<Op> apply(
      Ops after, Player player, ImmutableList<Optimizer.Gradient> changes) {
    var done = ImmutableList.<Op>builder();
    done.addAll(turn.apply(after, player, changes, learningRate(player)));
    if (player.equals(Player.DISCRIMINATOR)) {
      pool.ifPresent(its -> done.addAll(its.writes()));
    }
    return done.build();
  }

  private Operand<TFloat32> learningRate(Player player) {
    boolean own = player.equals(Player.DISCRIMINATOR) && training.discriminatorRate() != 1;
    return own
        ? tf.math.mul(inputs.learningRate(), tf.constant((float) training.discriminatorRate()))
        : inputs.learningRate();
  }

  /**
   * Running averages are written with the turn in which they were seen; those of the opening's G(x)
   * with G's.
   */
  private ImmutableList<Op> statistics(Reading reading, boolean generates) {
    var writes = ImmutableList.<Op>builder();
    writes.addAll(reading.writes(tf, variable -> !Player.GENERATOR.owns(variable.name())));
    if (generates) {
      writes.addAll(opening.writes(tf, variable -> Player.GENERATOR.owns(variable.name())));
    }
    return writes.build();
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
    return training.pool() == 0
        ? Optional.empty()
        : Optional.of(ImagePool.query(tf, variables, training.pool(), noise(), fake));
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
    return new Noise(experiment.seed(), inputs.batch());
  }
}
