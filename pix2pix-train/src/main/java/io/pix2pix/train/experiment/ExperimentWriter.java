package io.pix2pix.train.experiment;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.plugin.PluginName;
import jakarta.inject.Inject;
import java.util.Map;

/** Writes experiments as files that say every value. */
public final class ExperimentWriter {
  private final Serializer spelledOut;

  /**
   * @param plugins what records are called
   */
  @Inject
  public ExperimentWriter(Map<PluginName, Class<?>> plugins) {
    this.spelledOut = new Serializer(new Catalog(plugins));
  }

  /**
   * The YAML from which {@link ExperimentReader} reads an equal experiment: defaults included, keys
   * in the order of their declaration.
   *
   * @throws IllegalArgumentException if a plug-in in it has no name
   */
  public String write(Experiment experiment) {
    return YamlLayout.file(spelledOut.of(experiment));
  }

  /** The same as a tree, for a file that holds more than an experiment. */
  public Tree.Block tree(Experiment experiment) {
    return spelledOut.of(experiment);
  }

  /**
   * A plug-in on one line of YAML, every value spelled out.
   *
   * @param role for example {@code Generator.class}
   * @throws IllegalArgumentException if it has no name in that role
   */
  public <R> String line(Class<R> role, R plugin) {
    return YamlLayout.line(tree(role, plugin));
  }

  /**
   * A plug-in as a tree, every value spelled out.
   *
   * @param role for example {@code Generator.class}
   * @throws IllegalArgumentException if it has no name in that role
   */
  public <R> Tree tree(Class<R> role, R plugin) {
    return spelledOut.plugin(new SettingType.Plugin(role), plugin);
  }
}
