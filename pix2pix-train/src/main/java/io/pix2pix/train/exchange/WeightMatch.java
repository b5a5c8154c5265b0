package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.weights.WeightFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Compares what a file has with what a network needs. */
final class WeightMatch {
  private static final int NAMES_SHOWN = 3;

  /** What files hold beside weights; of instance normalization, old ones hold it for nothing. */
  private static final ImmutableSet<String> STATISTICS =
      ImmutableSet.of("running_mean", "running_var", "num_batches_tracked");

  private WeightMatch() {}

  /**
   * Refuses a file that holds another network.
   *
   * @param network in words
   * @param advice what would be right
   * @throws InvalidInputException if weights are missing, superfluous or of other shapes
   */
  static void check(
      WeightFile file, ImmutableList<StateDictTensor> needed, String network, String advice) {
    var problems = new ArrayList<String>();
    problems.addAll(shapes(file, needed, network));
    problems.addAll(names(missing(file, needed), "missing"));
    problems.addAll(names(superfluous(file, needed), "no part of " + network));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(
          file.path() + ": " + String.join("; ", problems) + "; " + advice);
    }
  }

  /** The first weight whose shape differs. */
  private static List<String> shapes(
      WeightFile file, ImmutableList<StateDictTensor> needed, String network) {
    return needed.stream()
        .filter(tensor -> file.names().contains(tensor.name()))
        .filter(tensor -> !file.shape(tensor.name()).equals(tensor.portShape()))
        .limit(1)
        .map(
            tensor ->
                String.format(
                    "%s is %s, but %s needs %s",
                    tensor.name(), file.shape(tensor.name()), network, tensor.portShape()))
        .toList();
  }

  private static Set<String> missing(WeightFile file, ImmutableList<StateDictTensor> needed) {
    return needed.stream()
        .filter(tensor -> !tensor.optional())
        .map(StateDictTensor::name)
        .filter(name -> !file.names().contains(name))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Set<String> superfluous(WeightFile file, ImmutableList<StateDictTensor> needed) {
    var known = needed.stream().map(StateDictTensor::name).collect(ImmutableSet.toImmutableSet());
    return Sets.filter(
        Sets.difference(file.names(), known),
        name -> !STATISTICS.contains(name.substring(name.lastIndexOf('.') + 1)));
  }

  private static List<String> names(Collection<String> names, String what) {
    if (names.isEmpty()) {
      return List.of();
    }
    var shown = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
    int more = names.size() - NAMES_SHOWN;
    return List.of(
        shown
            + (more > 0 ? " and " + more + " more are " : names.size() == 1 ? " is " : " are ")
            + what);
  }
}
