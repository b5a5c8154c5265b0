package io.pix2pix.bench.perception;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.perception.KeptAnswers.Participant;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.train.measure.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * Draws participants anew, with repetition. Participants are drawn whole: the answers of one person
 * are alike, and would pretend to more evidence than there is if each were drawn for itself.
 */
final class ParticipantBootstrap {
  private static final int DRAWS = 10_000;
  private static final long SEED = 1;
  private static final double TAIL = 0.025;

  private ParticipantBootstrap() {}

  /** Share of trials in which the generated image was taken for the real one. */
  static double rate(ImmutableList<Participant> group) {
    return rate(group, new int[0]);
  }

  private static double rate(ImmutableList<Participant> group, int[] drawn) {
    int labeled = 0;
    int trials = 0;
    for (int i = 0; i < group.size(); i++) {
      var participant = group.get(drawn.length == 0 ? i : drawn[i]);
      labeled += participant.labeledReal();
      trials += participant.trials();
    }
    return (double) labeled / trials;
  }

  /** The interval of {@link #rate}; not known of one participant. */
  static Interval interval(ImmutableList<Participant> group) {
    if (group.size() < 2) {
      return Interval.UNKNOWN;
    }
    var random = new SplittableRandom(SEED);
    return middle(sorted(() -> draw(group, random)));
  }

  /** Compares two groups, neither of them empty; each is drawn for itself. */
  static Comparison compare(ImmutableList<Participant> first, ImmutableList<Participant> second) {
    var random = new SplittableRandom(SEED);
    var differences = sorted(() -> draw(first, random) - draw(second, random));
    boolean known = first.size() > 1 && second.size() > 1;
    return new Comparison(
        first.get(0).algorithm(),
        second.get(0).algorithm(),
        rate(first) - rate(second),
        known ? middle(differences) : Interval.UNKNOWN,
        known ? significance(differences) : Double.NaN);
  }

  private static double[] sorted(DoubleSupplier draw) {
    return DoubleStream.generate(draw).limit(DRAWS).sorted().toArray();
  }

  private static double draw(ImmutableList<Participant> group, SplittableRandom random) {
    return rate(group, random.ints(group.size(), 0, group.size()).toArray());
  }

  private static Interval middle(double[] sorted) {
    int tail = (int) (TAIL * DRAWS);
    return new Interval(sorted[tail], sorted[DRAWS - 1 - tail]);
  }

  /** One more draw on either side keeps it above zero, which no number of draws can show. */
  private static double significance(double[] differences) {
    long below = Arrays.stream(differences).filter(difference -> difference <= 0).count();
    long above = Arrays.stream(differences).filter(difference -> difference >= 0).count();
    return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (DRAWS + 1));
  }
}
