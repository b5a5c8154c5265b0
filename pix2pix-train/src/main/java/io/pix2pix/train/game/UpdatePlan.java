package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.NetworkUpdate;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.tensorflow.types.TFloat32;

/**
 * Who is updated within a step, in which order.
 *
 * @param updates at least one
 */
record UpdatePlan(ImmutableList<PlannedUpdate> updates) {

  /**
   * The plan of an experiment: its own, or D first, then networks that losses bring, then G.
   *
   * @throws InvalidInputException if nothing trains the generator, or the experiment's updates do
   *     not fit its losses
   */
  static UpdatePlan of(Experiment experiment, ImmutableList<Term> terms) {
    var asked = terms.stream().map(Term::group).collect(ImmutableSet.toImmutableSet());
    var own = experiment.networks().updates();
    var order = own.isEmpty() ? usual(asked) : own;
    var plan =
        new UpdatePlan(
            order.stream()
                .map(update -> planned(update, experiment, terms))
                .collect(ImmutableList.toImmutableList()));
    if (plan.updates.stream().noneMatch(PlannedUpdate::trainsGenerator)) {
      throw new InvalidInputException(
          "losses: none asks anything of the generator; add one, for example {name: l1}");
    }
    if (!own.isEmpty()) {
      plan.check(experiment, order, asked);
    }
    return plan;
  }

  private static ImmutableList<NetworkUpdate> usual(ImmutableSet<ParameterGroup> asked) {
    var ends = ImmutableSet.of(ParameterGroup.DISCRIMINATOR, ParameterGroup.GENERATOR);
    var groups = ImmutableList.<ParameterGroup>builder();
    groups.addAll(Sets.intersection(ImmutableSet.of(ParameterGroup.DISCRIMINATOR), asked));
    groups.addAll(Sets.difference(asked, ends));
    groups.addAll(Sets.intersection(ImmutableSet.of(ParameterGroup.GENERATOR), asked));
    return groups.build().stream()
        .map(group -> NetworkUpdate.of(group.name()))
        .collect(ImmutableList.toImmutableList());
  }

  private static PlannedUpdate planned(
      NetworkUpdate update, Experiment experiment, ImmutableList<Term> terms) {
    var minimized =
        terms.stream()
            .filter(term -> term.group().equals(update.minimized()))
            .collect(ImmutableList.toImmutableList());
    if (minimized.isEmpty()) {
      throw new InvalidInputException(
          "networks.updates: no loss asks anything of %s; the losses are of %s"
              .formatted(update.minimized().name(), names(terms)));
    }
    boolean discriminates = update.group().equals(ParameterGroup.DISCRIMINATOR);
    double factor = discriminates ? experiment.training().discriminator().learningRateFactor() : 1;
    return new PlannedUpdate(
        update.group(), minimized, update.learningRateFactor() * factor, update.frozenUntil());
  }

  private static String names(ImmutableList<Term> terms) {
    return terms.stream()
        .map(term -> term.group().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void check(
      Experiment experiment,
      ImmutableList<NetworkUpdate> order,
      ImmutableSet<ParameterGroup> asked) {
    var different = new HashSet<String>();
    for (var update : order) {
      if (!different.add(update.network())) {
        throw new InvalidInputException(
            "networks.updates: names %s twice; give each network one update"
                .formatted(update.network()));
      }
    }
    var minimized =
        order.stream().map(NetworkUpdate::minimized).collect(ImmutableSet.toImmutableSet());
    for (var idle : Sets.difference(asked, minimized)) {
      throw new InvalidInputException(
          "networks.updates: nobody minimizes the losses of %s; add {network: %s}, or leave its losses out"
              .formatted(idle.name(), idle.name()));
    }
    if (updates.stream().allMatch(update -> update.frozen(0))) {
      throw new InvalidInputException(
          "networks.updates: all are frozen at first; set frozenUntil of one to 0");
    }
    boolean leads = updates.get(0).group().equals(ParameterGroup.DISCRIMINATOR);
    if (experiment.training().discriminator().steps() > 1 && !leads) {
      throw new InvalidInputException(
          "networks.updates: with training.discriminator.steps, discriminator must be the first;"
              + " put it there, or set training.discriminator.steps to 1");
    }
  }

  /** Whether a group is updated. */
  boolean trains(ParameterGroup group) {
    return updates.stream().anyMatch(update -> update.group().equals(group));
  }

  /** The parameters of an update: those of its group but for parts with updates of their own. */
  ImmutableList<Variable<TFloat32>> parameters(PlannedUpdate update, Variables variables) {
    return variables.parametersOf(update.group()).stream()
        .filter(variable -> ownerOf(variable.name()).equals(update.group()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether a variable belongs to a network that stays as it is in a step. */
  boolean frozen(String variable, long step) {
    return updates.stream()
        .filter(update -> update.frozen(step))
        .anyMatch(
            update -> update.group().owns(variable) && ownerOf(variable).equals(update.group()));
  }

  /** The updated group to which a variable belongs: the part rather than the whole. */
  private ParameterGroup ownerOf(String variable) {
    var owner = new ParameterGroup("");
    for (var update : updates) {
      if (update.group().owns(variable) && update.group().name().length() > owner.name().length()) {
        owner = update.group();
      }
    }
    return owner;
  }

  /** The steps from which on other networks are frozen than before; the first is 0. */
  ImmutableSortedSet<Long> phases() {
    var phases = ImmutableSortedSet.<Long>naturalOrder().add(0L);
    updates.forEach(update -> phases.add(update.frozenUntil()));
    return phases.build();
  }
}
