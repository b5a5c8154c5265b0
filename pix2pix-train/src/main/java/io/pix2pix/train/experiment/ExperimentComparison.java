package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.KeyPath;
import jakarta.inject.Inject;
import java.util.Map;

/** Finds the keys in which experiments differ. */
public final class ExperimentComparison {
  private final Serializer spelledOut;

  /**
   * @param plugins what records are called
   */
  @Inject
  public ExperimentComparison(Map<PluginName, Class<?>> plugins) {
    this.spelledOut = new Serializer(new Catalog(plugins));
  }

  /**
   * What differs, in the order of declaration. Of two different plug-ins only the names are
   * compared; lists of different lengths count as one value.
   *
   * @throws IllegalArgumentException if a plug-in in them has no name
   */
  public ImmutableList<ExperimentDifference> differences(Experiment first, Experiment second) {
    var found = ImmutableList.<ExperimentDifference>builder();
    compare(KeyPath.ROOT, spelledOut.of(first), spelledOut.of(second), found);
    return found.build();
  }

  private static void compare(
      KeyPath at, Tree first, Tree second, ImmutableList.Builder<ExperimentDifference> found) {
    if (first instanceof Block one && second instanceof Block other) {
      blocks(at, one, other, found);
    } else if (first instanceof Items one
        && second instanceof Items other
        && one.elements().size() == other.elements().size()) {
      for (int i = 0; i < one.elements().size(); i++) {
        compare(at.child(i), one.elements().get(i), other.elements().get(i), found);
      }
    } else if (!first.equals(second)) {
      found.add(
          new ExperimentDifference(at.dotted(), YamlLayout.line(first), YamlLayout.line(second)));
    }
  }

  private static void blocks(
      KeyPath at, Block first, Block second, ImmutableList.Builder<ExperimentDifference> found) {
    boolean samePlugin = at.isRoot() || first.name().equals(second.name());
    first
        .entries()
        .forEach(
            (key, value) -> {
              if (samePlugin || key.equals(Block.NAME)) {
                var other = second.get(key).orElseThrow();
                compare(at.child(key), value, other, found);
              }
            });
  }

  /**
   * A key in which two experiments differ.
   *
   * @param key dotted, for example {@code training.epochs} or {@code losses.1.weight}
   * @param first its value in the first experiment, on one line of YAML
   * @param second its value in the second experiment, on one line of YAML
   */
  public record ExperimentDifference(String key, String first, String second) {

    /** What a message says of it. */
    public String words() {
      return key + " was " + first + ", not " + second;
    }
  }
}
