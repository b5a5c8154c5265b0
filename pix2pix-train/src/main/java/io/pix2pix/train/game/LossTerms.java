package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.FullObjective;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.ParameterGroup;
import java.util.HashSet;
import java.util.List;

/**
 * The terms that training minimizes, and the updates that minimize them.
 *
 * @param terms of all losses, in the order of the experiment
 * @param plan who is updated, in which order
 */
record LossTerms(ImmutableList<Term> terms, UpdatePlan plan) {

  /**
   * @throws InvalidInputException if the losses ask nothing of the generator, or two are the same,
   *     or training has choices that contradict them or each other
   * @throws IllegalArgumentException if a loss or the schedule makes no sense in that experiment
   */
  static LossTerms of(Experiment experiment) {
    GraphNetworks.checkNames(experiment);
    var objective = new FullObjective(experiment.losses(), experiment.discriminator());
    objective.losses().forEach(loss -> loss.check(objective));
    refuseRepetition(experiment.losses());
    var terms =
        numbered(experiment.losses().stream().flatMap(loss -> loss.terms().stream()).toList());
    var losses = new LossTerms(terms, UpdatePlan.of(experiment, terms));
    Conflicts.check(experiment.training(), losses.plan.trains(ParameterGroup.DISCRIMINATOR));
    experiment.training().schedule().check(losses.columns());
    return losses;
  }

  private static void refuseRepetition(List<Loss> losses) {
    var different = new HashSet<Loss>();
    for (var loss : losses) {
      if (!different.add(loss)) {
        throw new InvalidInputException(
            "losses: two of them give "
                + loss.terms().get(0).column()
                + " with the same settings; give one, with the sum of the weights");
      }
    }
  }

  /** Losses of one kind with different settings have columns of their own: gram, gram-2. */
  private static ImmutableList<Term> numbered(List<Term> terms) {
    var columns = new HashSet<String>();
    var numbered = ImmutableList.<Term>builder();
    for (var term : terms) {
      var named = term;
      for (int number = 2; !columns.add(named.column()); number++) {
        named = new Term(term.name() + "-" + number, term.group(), term.weight(), term.value());
      }
      numbered.add(named);
    }
    return numbered.build();
  }

  ImmutableList<String> columns() {
    return terms.stream().map(Term::column).collect(ImmutableList.toImmutableList());
  }
}
