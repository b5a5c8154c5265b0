package io.pix2pix.train.experiment;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.SettingType.ListOf;
import io.pix2pix.train.experiment.SettingType.Nested;
import io.pix2pix.train.experiment.SettingType.Plugin;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a completed tree into records. The first thing that is wrong stops it. */
final class Deserializer {
  private final Catalog catalog;
  private final ValueSource top;

  /**
   * @param top who is told that a value is missing
   */
  Deserializer(Catalog catalog, ValueSource top) {
    this.catalog = catalog;
    this.top = top;
  }

  /**
   * The record that a block stands for.
   *
   * @param keys what the block may say beside the record's settings
   * @throws InvalidInputException if a key is unknown or missing, or a value is not allowed
   */
  Record record(Class<?> type, Block block, KeyPath at, ImmutableList<String> keys) {
    return record(type, block, at, keys, false);
  }

  /**
   * @param number whether the block may have been a bare number: what is wrong with it is then told
   *     of the block's own key
   */
  private Record record(
      Class<?> type, Block block, KeyPath at, ImmutableList<String> keys, boolean number) {
    var settings = DeclaredSetting.of(type);
    refuseUnknownKeys(type, block, at, keys);
    var values = new ArrayList<Object>();
    for (var setting : settings) {
      var key = at.child(setting.key());
      var value = block.get(setting.key()).orElseThrow(() -> missing(setting, key));
      var told = number && values.isEmpty() ? at : key;
      values.add(value(setting.type(), setting.limits(), value, told));
    }
    try {
      return create(type, values);
    } catch (IllegalArgumentException e) {
      throw block.source().problem(at, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Calls the canonical constructor of a record.
   *
   * @throws RuntimeException whatever the constructor throws
   */
  private static Record create(Class<?> type, List<Object> values) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      Throwables.throwIfUnchecked(e.getTargetException());
      throw new IllegalStateException("the constructor of " + type + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot call the constructor of " + type, e);
    }
  }

  private static void refuseUnknownKeys(
      Class<?> record, Block block, KeyPath at, ImmutableList<String> more) {
    var known = new ArrayList<>(more);
    DeclaredSetting.of(record).forEach(setting -> known.add(setting.key()));
    for (var key : Sets.difference(block.entries().keySet(), Set.copyOf(known))) {
      var source = block.get(key).orElseThrow().source();
      var hint =
          FormerNames.successor(record, key)
              .map(newer -> "; it is now called " + at.child(newer).dotted())
              .orElseGet(() -> Suggestion.among(known, key));
      throw source.problem(at.child(key), "unknown key" + hint);
    }
  }

  private InvalidInputException missing(DeclaredSetting setting, KeyPath at) {
    return top.problem(
        at,
        String.format(
            "is missing; must be %s: %s", setting.type().expected(), setting.setting().meaning()));
  }

  private Object value(SettingType type, Constraints limits, Tree tree, KeyPath at) {
    if (tree instanceof Scalar scalar && scalar.isEmpty()) {
      throw tree.source().problem(at, "has no value; must be " + type.expected());
    } else if (type instanceof Plugin plugin) {
      return plugin(plugin, tree, at);
    } else if (type instanceof Nested nested && tree instanceof Block block) {
      return record(nested.type(), block, at, ImmutableList.of());
    } else if (type instanceof ListOf list && tree instanceof Items items) {
      return list(list, limits, items, at);
    }
    Object value = ScalarValue.of(type, tree, at);
    SettingRules.refuse(limits.problem(value), tree.source(), at);
    return value;
  }

  private ImmutableList<Object> list(ListOf type, Constraints limits, Items items, KeyPath at) {
    var values = ImmutableList.builder();
    for (int i = 0; i < items.elements().size(); i++) {
      values.add(value(type.element(), limits, items.elements().get(i), at.child(i)));
    }
    return values.build();
  }

  Record plugin(Plugin type, Tree tree, KeyPath at) {
    if (tree instanceof Block block) {
      var key = at.child(Block.NAME);
      var name = block.get(Block.NAME).orElseThrow(() -> nameless(type, tree, key));
      var text = (String) ScalarValue.of(new SettingType.Text(), name, key);
      var record =
          catalog.find(type.role(), text).orElseThrow(() -> unknown(type, name, text, key));
      boolean number = type.number().equals(Optional.of(text));
      return record(record, block, at, ImmutableList.of(Block.NAME), number);
    }
    throw tree.text()
        .map(name -> unknown(type, tree, name, at))
        .orElseGet(() -> noPlugin(type, tree, at));
  }

  private InvalidInputException nameless(Plugin type, Tree block, KeyPath at) {
    var names = String.join(", ", catalog.names(type.role()));
    return block.source().problem(at, "is missing; known: " + names);
  }

  private InvalidInputException unknown(Plugin type, Tree name, String text, KeyPath at) {
    var known =
        catalog
            .successor(type.role(), text)
            .map(newer -> "; it is now called \"" + newer + "\"")
            .orElseGet(() -> Suggestion.among(catalog.names(type.role()), text));
    return name.source().problem(at, "unknown " + type.noun() + " " + name.words() + known);
  }

  private static InvalidInputException noPlugin(Plugin type, Tree tree, KeyPath at) {
    return tree.source()
        .problem(
            at,
            String.format(
                "must be %s, or a block with a name, not %s", type.shortForms(), tree.words()));
  }
}
