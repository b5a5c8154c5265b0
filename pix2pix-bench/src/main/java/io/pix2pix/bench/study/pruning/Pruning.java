package io.pix2pix.bench.study.pruning;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Role;
import java.util.List;

/**
 * Decides which configurations of a study go on. A configuration is a cell with all of its seeds;
 * all of them are compared at rungs: after so many epochs, when each that is left has got there.
 * The same values give the same decisions, whatever ran at once, and in whatever order.
 */
@Role(value = "pruning", meaning = "which cells of a study end early, by what validation measures")
public interface Pruning {

  /** The value of {@code training.validation} that decides, for example {@code l1}. */
  String metric();

  /**
   * The epochs after which configurations are compared, ascending and less than all.
   *
   * @param epochs of the whole training
   */
  ImmutableList<Integer> rungs(int epochs);

  /**
   * Those that go on.
   *
   * @param losses of each configuration at a rung, in the order of the study: less is better; not a
   *     number where there is none, because a seed failed or the value is not finite
   * @return indices, the best first; none whose loss is not a number
   */
  ImmutableList<Integer> survivors(List<Double> losses);
}
