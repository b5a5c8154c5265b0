package io.pix2pix.train.experiment;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.plugin.RenamedSetting;
import io.pix2pix.train.experiment.SettingType.ListOf;
import io.pix2pix.train.experiment.SettingType.Nested;
import io.pix2pix.train.experiment.SettingType.Plugin;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a run stored under names that keys and plug-ins had before. */
record FormerNames(Catalog catalog) {

  /** The key that took the place of an old one of a record, dotted. */
  static Optional<String> successor(Class<?> record, String key) {
    return Arrays.stream(record.getAnnotationsByType(RenamedSetting.class))
        .filter(renamed -> renamed.from().equals(key))
        .map(RenamedSetting::to)
        .findFirst();
  }

  /** The block of a record with old keys and names of plug-ins replaced, at any depth. */
  Block replaced(Class<?> record, Block stored) {
    var block = stored;
    for (var renamed : record.getAnnotationsByType(RenamedSetting.class)) {
      var value = block.get(renamed.from());
      if (value.isPresent()) {
        var keys = Splitter.on('.').splitToList(renamed.to());
        block = put(block.without(renamed.from()), keys, value.get());
      }
    }
    for (var setting : DeclaredSetting.of(record)) {
      var value = block.get(setting.key());
      if (value.isPresent()) {
        var newer = value(setting.type(), value.get());
        block = block.with(ImmutableMap.of(setting.key(), newer));
      }
    }
    return block;
  }

  private static Block put(Block block, List<String> keys, Tree value) {
    var key = keys.get(0);
    if (keys.size() == 1) {
      return block.with(ImmutableMap.of(key, value));
    }
    var inner = block.get(key).orElse(Block.empty(value.source()));
    return inner instanceof Block below
        ? block.with(ImmutableMap.of(key, put(below, keys.subList(1, keys.size()), value)))
        : block;
  }

  private Tree value(SettingType type, Tree tree) {
    if (type instanceof Plugin plugin) {
      return plugin(plugin, tree);
    } else if (type instanceof Nested nested && tree instanceof Block block) {
      return replaced(nested.type(), block);
    } else if (type instanceof ListOf list && tree instanceof Items items) {
      return new Items(
          items.elements().stream()
              .map(element -> value(list.element(), element))
              .collect(ImmutableList.toImmutableList()),
          items.source());
    }
    return tree;
  }

  private Tree plugin(Plugin type, Tree tree) {
    if (tree instanceof Block block) {
      var named =
          block
              .get(Block.NAME)
              .map(name -> block.with(ImmutableMap.of(Block.NAME, name(type, name))))
              .orElse(block);
      return named
          .name()
          .flatMap(name -> catalog.find(type.role(), name))
          .<Tree>map(record -> replaced(record, named))
          .orElse(named);
    }
    return name(type, tree);
  }

  private Tree name(Plugin type, Tree tree) {
    return tree.text()
        .flatMap(name -> catalog.successor(type.role(), name))
        .<Tree>map(name -> new Scalar(ScalarValue.toYaml(name), tree.source()))
        .orElse(tree);
  }
}
