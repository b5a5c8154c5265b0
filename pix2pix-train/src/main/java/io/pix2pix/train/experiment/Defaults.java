package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.train.experiment.SettingType.ListOf;
import io.pix2pix.train.experiment.SettingType.Nested;
import io.pix2pix.train.experiment.SettingType.Plugin;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Spells out what an experiment leaves unsaid. Bare names become blocks; what is wrong stays as it
 * is, for {@link Deserializer} to find.
 */
final class Defaults {
  private final Catalog catalog;

  Defaults(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The block of a record, with a value for every setting that has a default. */
  Block fill(Class<?> record, Block block) {
    var entries = new LinkedHashMap<String, Tree>();
    block.get(Block.NAME).ifPresent(name -> entries.put(Block.NAME, name));
    for (var setting : DeclaredSetting.of(record)) {
      value(setting, block).ifPresent(value -> entries.put(setting.key(), value));
    }
    block.entries().forEach(entries::putIfAbsent);
    return Block.empty(block.source()).with(entries);
  }

  private Optional<Tree> value(DeclaredSetting setting, Block block) {
    var said = block.get(setting.key());
    var standard = setting.standard().map(text -> YamlText.value(text, block.source()));
    var merged =
        said.isPresent() && standard.isPresent()
            ? standard.map(lower -> Merge.values(lower, said.get()))
            : said.or(() -> standard);
    return merged.map(value -> complete(setting.type(), value));
  }

  private Tree complete(SettingType type, Tree tree) {
    if (type instanceof Plugin plugin) {
      return plugin(plugin, tree);
    } else if (type instanceof Nested nested && tree instanceof Block block) {
      return fill(nested.type(), block);
    } else if (type instanceof ListOf list && tree instanceof Items items) {
      return new Items(
          items.elements().stream()
              .map(element -> complete(list.element(), element))
              .collect(ImmutableList.toImmutableList()),
          items.source());
    }
    return tree;
  }

  /** The block of a plug-in, with a value for every setting that has a default. */
  Tree plugin(Plugin type, Tree given) {
    var tree = number(type, given);
    var name = tree instanceof Block block ? block.name() : tree.text();
    return name.flatMap(known -> catalog.find(type.role(), known))
        .<Tree>map(record -> fill(record, tree instanceof Block block ? block : Block.named(tree)))
        .orElse(tree);
  }

  /** The block that a bare number stands for; anything else as it is. */
  private Tree number(Plugin type, Tree tree) {
    boolean isNumber =
        (tree instanceof Tree.Scalar scalar && scalar.value().isNumber())
            || tree.text().flatMap(PlainNumber::of).isPresent();
    return type.number()
        .filter(name -> isNumber)
        .<Tree>map(name -> new Block(numbered(type, name, tree), tree.source()))
        .orElse(tree);
  }

  private ImmutableMap<String, Tree> numbered(Plugin type, String name, Tree number) {
    var record = catalog.find(type.role(), name).orElseThrow();
    var first = DeclaredSetting.of(record).get(0).key();
    var text = new Tree.Scalar(ScalarValue.toYaml(name), number.source());
    return ImmutableMap.of(Block.NAME, text, first, number);
  }
}
