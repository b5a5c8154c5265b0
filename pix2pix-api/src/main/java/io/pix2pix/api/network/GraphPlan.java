package io.pix2pix.api.network;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the operations of a graph are computed. Two graphs of one plan give the same numbers on the
 * same machine, to the last digit.
 *
 * @param machine that it was made on; empty if nothing was chosen
 * @param choices the name of a formulation for each convolution that could have been computed
 *     otherwise, for example {@code onednn} for {@code forward 1x256x256x3 kernel 4x4x64 stride 2
 *     same}; {@code plain} stands for the operation as it was built
 */
public record GraphPlan(String machine, Map<String, String> choices) {
  /** Decides nothing. */
  public static final GraphPlan EMPTY = new GraphPlan("", Map.of());

  /** The operation as it was built. */
  public static final String PLAIN = "plain";

  /** Copies the choices, in the order of their names. */
  public GraphPlan {
    choices = ImmutableSortedMap.copyOf(choices);
  }

  /** These choices and those of a later plan; where both decide, the later one does. */
  public GraphPlan with(GraphPlan later) {
    if (!later.machine.equals(machine)) {
      return later;
    }
    var all = new TreeMap<>(choices);
    all.putAll(later.choices);
    return new GraphPlan(machine, all);
  }

  /** How many operations are not computed as they were built. */
  public int changed() {
    return (int) choices.values().stream().filter(name -> !name.equals(PLAIN)).count();
  }
}
