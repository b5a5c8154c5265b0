package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;
import io.pix2pix.train.experiment.SettingType.ListOf;
import io.pix2pix.train.experiment.SettingType.Nested;
import io.pix2pix.train.experiment.SettingType.Plugin;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.util.List;
import java.util.Optional;

/** Turns records into trees that say every value: the way back of {@link Deserializer}. */
final class Serializer {
  private static final ValueSource SOURCE = ValueSource.file("experiment");

  private final Catalog catalog;

  Serializer(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * All values of an experiment, in the order of their declaration.
   *
   * @throws IllegalArgumentException if a plug-in in it has no name in the catalog
   */
  Block of(Experiment experiment) {
    return new Block(settings(experiment).buildOrThrow(), SOURCE);
  }

  private ImmutableMap.Builder<String, Tree> settings(Record record) {
    var entries = ImmutableMap.<String, Tree>builder();
    for (var setting : DeclaredSetting.of(record.getClass())) {
      entries.put(setting.key(), value(setting.type(), setting.valueIn(record)));
    }
    return entries;
  }

  private Tree value(SettingType type, Object value) {
    if (type instanceof Plugin plugin) {
      return plugin(plugin, value);
    } else if (type instanceof Nested) {
      return new Block(settings((Record) value).buildOrThrow(), SOURCE);
    } else if (type instanceof ListOf list) {
      return new Items(
          ((List<?>) value)
              .stream()
                  .map(element -> value(list.element(), element))
                  .collect(ImmutableList.toImmutableList()),
          SOURCE);
    }
    return new Scalar(ScalarValue.toYaml(value), SOURCE);
  }

  /** All values of a plug-in, with its name; a number where that stands for it. */
  Tree plugin(Plugin type, Object plugin) {
    var name = catalog.nameOf(type.role(), plugin.getClass());
    var settings = settings((Record) plugin).buildOrThrow();
    if (type.number().equals(Optional.of(name))) {
      return settings.values().asList().get(0);
    }
    return new Block(
        ImmutableMap.<String, Tree>builder()
            .put(Block.NAME, new Scalar(ScalarValue.toYaml(name), SOURCE))
            .putAll(settings)
            .buildOrThrow(),
        SOURCE);
  }
}
