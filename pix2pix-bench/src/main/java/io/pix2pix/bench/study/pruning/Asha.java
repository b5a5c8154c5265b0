package io.pix2pix.bench.study.pruning;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Successive halving, as in Li et al. 2020, "A System for Massively Parallel Hyperparameter
 * Tuning", section 3.1 and algorithm 1: after {@code minimum} epochs the best {@code 1/factor} of
 * all go on, to {@code factor} times as many epochs, and so forth. ASHA (their algorithm 2)
 * promotes as values come in, which depends on who is first; here a rung is decided when all have
 * got there, so that the same study always prunes the same.
 *
 * @param metric by which configurations are compared
 * @param minimum epochs of the first rung
 * @param factor of how many configurations one goes on, and the ratio of the epochs of two rungs
 */
public record Asha(
    @Setting(value = "l1", meaning = "the value of training.validation that decides") String metric,
    @Setting(value = "1", min = 1, meaning = "epochs before cells are compared for the first time")
        int minimum,
    @Setting(
            value = "3",
            min = 2,
            meaning = "one of so many goes on, to so many times as many epochs")
        int factor)
    implements Pruning {

  @Override
  public ImmutableList<Integer> rungs(int epochs) {
    return LongStream.iterate(minimum, rung -> rung < epochs, rung -> rung * factor)
        .mapToObj(Math::toIntExact)
        .collect(toImmutableList());
  }

  @Override
  public ImmutableList<Integer> survivors(List<Double> losses) {
    return IntStream.range(0, losses.size())
        .boxed()
        .filter(which -> !losses.get(which).isNaN())
        .sorted(Comparator.comparing(losses::get)) // stable: of equal ones, the first goes on
        .limit(Math.max(1, losses.size() / factor))
        .collect(toImmutableList());
  }
}
