package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.ValueSource;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads experiments, strictly. What is wrong is told in one line: {@code file: key: what is wrong;
 * what would be right}.
 */
public final class ExperimentReader {
  private final Catalog catalog;
  private final Defaults defaults;

  /**
   * @param plugins what experiments can name
   * @throws IllegalArgumentException if a plug-in's record does not declare its settings
   */
  @Inject
  public ExperimentReader(Map<PluginName, Class<?>> plugins) {
    this.catalog = new Catalog(plugins);
    this.defaults = new Defaults(catalog);
  }

  /**
   * Reads a file, its bases, and changes to them.
   *
   * @param overrides {@code key=value} each: a dotted key, elements of lists by position (from 0)
   *     or by the name of their plug-in, and a value in YAML; for example {@code
   *     losses.l1.weight=10}
   * @throws InvalidInputException if a file cannot be read, or a key or value is not allowed
   */
  public Experiment read(Path file, List<String> overrides) {
    var top = ValueSource.file(file.toString());
    var merged = start(top);
    for (var layer : ExperimentFiles.read(file)) {
      merged = fill(Merge.blocks(merged, layer));
    }
    return bind(changed(merged, overrides), top);
  }

  /**
   * Reads an experiment that is a base and differences to it.
   *
   * @param base a file that may have bases of its own; without one, there are only defaults
   * @param differences later ones lie over earlier ones
   * @param source who is told that a value is missing
   * @param overrides as for {@link #read(Path, List)}
   * @throws InvalidInputException if a file cannot be read, or a key or value is not allowed
   */
  public Experiment read(
      Optional<Path> base, List<Block> differences, ValueSource source, List<String> overrides) {
    var merged = start(source);
    var lower = base.map(ExperimentFiles::read).orElse(ImmutableList.of());
    for (var layer : Iterables.concat(lower, differences)) {
      merged = fill(Merge.blocks(merged, layer));
    }
    return bind(changed(merged, overrides), source);
  }

  /**
   * Reads an experiment that names no base, as one stored with a run; keys and plug-ins may have
   * the names that they had then.
   *
   * @param yaml what a file would say
   * @param source what messages call it
   * @throws InvalidInputException if a key or value is not allowed
   */
  public Experiment parse(String yaml, String source) {
    return parse(yaml, source, List.of());
  }

  /**
   * Reads an experiment that names no base, and changes to it.
   *
   * @param yaml what a file would say
   * @param source what messages call it
   * @param overrides as for {@link #read(Path, List)}
   * @throws InvalidInputException if a key or value is not allowed
   */
  public Experiment parse(String yaml, String source, List<String> overrides) {
    var top = ValueSource.file(source);
    var stored = new FormerNames(catalog).replaced(Experiment.class, YamlText.block(yaml, top));
    var merged = fill(Merge.blocks(start(top), stored));
    return bind(changed(merged, overrides), top);
  }

  private Block changed(Block block, List<String> overrides) {
    var changed = block;
    for (var change : SettingOverride.parse(overrides)) {
      changed = fill(change.applyTo(changed));
    }
    return changed;
  }

  private Block start(ValueSource source) {
    return fill(Block.empty(source));
  }

  private Block fill(Block block) {
    return defaults.fill(Experiment.class, block);
  }

  private Experiment bind(Block block, ValueSource top) {
    block.get(ExperimentFiles.BASE).ifPresent(ExperimentReader::refuseBase);
    var keys = ImmutableList.of(ExperimentFiles.BASE);
    var experiment =
        (Experiment)
            new Deserializer(catalog, top).record(Experiment.class, block, KeyPath.ROOT, keys);
    SettingRules.checkName(experiment, block.get(Block.NAME).orElseThrow().source());
    return experiment;
  }

  private static void refuseBase(Tree base) {
    throw base.source()
        .problem(
            KeyPath.ROOT.child(ExperimentFiles.BASE), "only an experiment file can name its base");
  }
}
