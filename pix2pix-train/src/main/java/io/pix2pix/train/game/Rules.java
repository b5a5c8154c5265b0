package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.game.Player;
import io.pix2pix.api.game.Term;
import java.util.HashSet;
import java.util.LinkedHashSet;

/**
 * Who plays, and for what.
 *
 * @param terms of all losses, in the order of the experiment
 * @param players in the order of their turns; the generator's is the last
 */
record Rules(ImmutableList<Term> terms, ImmutableList<Player> players) {

  /**
   * @throws InvalidInputException if the losses ask nothing of the generator, or two give a term of
   *     the same name
   * @throws IllegalArgumentException if a loss makes no sense in that experiment
   */
  static Rules of(Experiment experiment) {
    experiment.losses().forEach(loss -> loss.check(experiment));
    var terms =
        experiment.losses().stream()
            .flatMap(loss -> loss.terms().stream())
            .collect(ImmutableList.toImmutableList());
    var columns = new HashSet<String>();
    for (var term : terms) {
      if (!columns.add(term.column())) {
        throw new InvalidInputException(
            "losses: two of them give "
                + term.column()
                + "; give one, with the sum of the weights");
      }
    }
    return new Rules(terms, turns(terms));
  }

  private static ImmutableList<Player> turns(ImmutableList<Term> terms) {
    var players = new LinkedHashSet<Player>();
    terms.forEach(term -> players.add(term.player()));
    if (!players.remove(Player.GENERATOR)) {
      throw new InvalidInputException(
          "losses: none asks anything of the generator; add one, for example {name: l1}");
    }
    players.add(Player.GENERATOR);
    return ImmutableList.copyOf(players);
  }

  boolean plays(Player player) {
    return players.contains(player);
  }

  ImmutableList<Term> termsOf(Player player) {
    return terms.stream()
        .filter(term -> term.player().equals(player))
        .collect(ImmutableList.toImmutableList());
  }
}
