package io.pix2pix.bench.perception;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.pix2pix.bench.perception.KeptAnswers.Participant;
import io.pix2pix.train.measure.Interval;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a perceptual study has found; practice is left out.
 *
 * @param rows one for each algorithm that was judged
 * @param comparisons of each algorithm with every later one
 */
public record PerceptionResults(ImmutableList<Row> rows, ImmutableList<Comparison> comparisons) {

  /**
   * Reads the results of a study, which may still be served.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder has no database of answers
   */
  public static PerceptionResults read(PerceptionFolder folder) {
    return of(KeptAnswers.read(folder).participants());
  }

  /** The results of these participants. */
  static PerceptionResults of(ImmutableList<Participant> participants) {
    return of(participants, ImmutableList.of());
  }

  /**
   * The results of these participants.
   *
   * @param order of some algorithms, which come first; the others follow by their names
   */
  public static PerceptionResults of(
      ImmutableList<Participant> participants, ImmutableList<String> order) {
    var groups = Multimaps.index(participants, Participant::algorithm);
    var names =
        Stream.concat(order.stream(), groups.keySet().stream().sorted())
            .filter(groups::containsKey)
            .distinct()
            .collect(toImmutableList());
    var rows = names.stream().map(name -> row(name, groups.get(name))).collect(toImmutableList());
    return new PerceptionResults(rows, comparisons(names, groups));
  }

  private static Row row(String algorithm, ImmutableList<Participant> group) {
    int trials = group.stream().mapToInt(Participant::trials).sum();
    return new Row(
        algorithm,
        group.size(),
        trials,
        ParticipantBootstrap.rate(group),
        ParticipantBootstrap.interval(group));
  }

  private static ImmutableList<Comparison> comparisons(
      ImmutableList<String> names, ImmutableListMultimap<String, Participant> groups) {
    var comparisons = ImmutableList.<Comparison>builder();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        comparisons.add(
            ParticipantBootstrap.compare(groups.get(names.get(i)), groups.get(names.get(j))));
      }
    }
    return comparisons.build();
  }

  /**
   * A share, for example {@code 18.9}.
   *
   * @param share from 0 to 1, or a difference of such
   */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /**
   * An interval of shares, for example {@code [16.4, 21.4]}; empty where it is not known.
   *
   * @param interval from 0 to 1, or of a difference of such
   */
  public static String percent(Interval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : "[" + percent(interval.low()) + ", " + percent(interval.high()) + "]";
  }

  /**
   * How one algorithm did.
   *
   * @param algorithm its name
   * @param participants who judged it
   * @param trials that they answered
   * @param labeledReal share of generated images that were taken for the real one, from 0 to 1; 0.5
   *     if nobody can tell
   * @param interval the bootstrap confidence interval of 95 % over participants; not known of one
   */
  public record Row(
      String algorithm, int participants, int trials, double labeledReal, Interval interval) {}

  /**
   * Two algorithms side by side.
   *
   * @param first its name
   * @param second its name
   * @param difference of the shares, first minus second
   * @param interval of the difference; not known where one has fewer than two participants
   * @param significance two-sided p-value: how often draws of participants contradict the sign of
   *     the difference; not a number where the interval is not known
   */
  public record Comparison(
      String first, String second, double difference, Interval interval, double significance) {

    /** Whether the difference is beyond chance at the level of 5 %. */
    public boolean significant() {
      return significance < 0.05;
    }
  }
}
