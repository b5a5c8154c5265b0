package io.pix2pix.train.experiment;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one {@code --set key=value} says.
 *
 * @param key dotted; elements of lists by position, from 0, or by the name of their plug-in
 * @param value YAML
 */
record SettingOverride(String key, String value) {
  private static final int DEEPEST = 64;

  /**
   * Parses the options. A block's plug-in is chosen before its settings are changed, in whatever
   * order they were given.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if one is not {@code key=value}
   */
  static ImmutableList<SettingOverride> parse(List<String> options) {
    return options.stream()
        .map(SettingOverride::parse)
        .sorted(Comparator.comparingInt(SettingOverride::depth))
        .collect(ImmutableList.toImmutableList());
  }

  private static SettingOverride parse(String option) {
    int equals = option.indexOf('=');
    if (equals < 1) {
      throw ValueSource.file("--set " + option)
          .problem(KeyPath.ROOT, "must be key=value, for example training.epochs=3");
    }
    var override =
        new SettingOverride(option.substring(0, equals).strip(), option.substring(equals + 1));
    if (override.keys().size() > DEEPEST) {
      throw ValueSource.file("--set " + option.substring(0, Math.min(equals, DEEPEST)) + "...")
          .problem(KeyPath.ROOT, "has more than " + DEEPEST + " parts; no key is as deep");
    }
    return override;
  }

  private int depth() {
    var keys = keys();
    return keys.get(keys.size() - 1).equals(Block.NAME) ? keys.size() - 1 : keys.size();
  }

  private List<String> keys() {
    return Splitter.on('.').splitToList(key);
  }

  /** The changed experiment. */
  Block applyTo(Block experiment) {
    return (Block) changed(experiment, keys(), KeyPath.ROOT);
  }

  private Tree changed(Tree tree, List<String> keys, KeyPath at) {
    if (tree instanceof Items items) {
      return element(items, keys, at);
    } else if (tree instanceof Block block) {
      return entry(block, keys, at);
    }
    throw source(at.child(keys.get(0)))
        .problem(KeyPath.ROOT, at.dotted() + " is no block: it is " + tree.words());
  }

  private Tree entry(Block block, List<String> keys, KeyPath at) {
    var key = keys.get(0);
    var path = at.child(key);
    var here = source(path);
    Tree value =
        keys.size() == 1
            ? YamlText.value(this.value, here)
            : changed(block.get(key).orElse(Block.empty(here)), rest(keys), path);
    var entry = new Block(ImmutableMap.of(key, value), here);
    return at.isRoot() ? Merge.blocks(block, entry) : Merge.values(block, entry);
  }

  private Items element(Items items, List<String> keys, KeyPath at) {
    int index = index(items, keys.get(0), at);
    var path = at.child(index);
    var old = items.elements().get(index);
    var elements = new ArrayList<>(items.elements());
    elements.set(
        index,
        keys.size() == 1
            ? Merge.values(old, YamlText.value(value, source(path)))
            : changed(old, rest(keys), path));
    return new Items(ImmutableList.copyOf(elements), items.source());
  }

  private int index(Items items, String key, KeyPath at) {
    var names = names(items);
    var position = Optional.ofNullable(Ints.tryParse(key)).orElse(names.indexOf(key));
    if (position < 0 || position >= names.size()) {
      throw source(at)
          .problem(
              KeyPath.ROOT,
              String.format(
                  "%s has no element \"%s\"%s", at.dotted(), key, Suggestion.among(names, key)));
    } else if (names.lastIndexOf(key) > names.indexOf(key)) {
      throw source(at)
          .problem(
              KeyPath.ROOT,
              String.format(
                  "%s has several elements \"%s\"; give the position, from 0 to %d",
                  at.dotted(), key, names.size() - 1));
    }
    return position;
  }

  private static List<String> names(Items items) {
    return items.elements().stream()
        .map(tree -> tree instanceof Block block ? block.name() : tree.text())
        .map(name -> name.orElse(""))
        .toList();
  }

  private ValueSource source(KeyPath about) {
    return new ValueSource("--set " + key, about);
  }

  private static List<String> rest(List<String> keys) {
    return keys.subList(1, keys.size());
  }
}
