package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.ValueSource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Reads single plug-ins, outside of an experiment. */
public final class PluginReader {
  private final Catalog catalog;
  private final Defaults defaults;
  private final Serializer spelledOut;

  /**
   * @param plugins what can be named
   */
  @Inject
  public PluginReader(Map<PluginName, Class<?>> plugins) {
    this.catalog = new Catalog(plugins);
    this.defaults = new Defaults(catalog);
    this.spelledOut = new Serializer(catalog);
  }

  /**
   * The plug-in that a block of YAML stands for.
   *
   * @param role for example {@code Generator.class}
   * @param yaml a name, or a block such as <code>{name: unet, levels: 6}</code>
   * @param source what messages call it
   * @throws io.pix2pix.api.error.InvalidInputException if a name, key or value is not allowed
   */
  public <R> R read(Class<R> role, String yaml, String source) {
    return read(role, YamlText.value(yaml, ValueSource.file(source)), source);
  }

  /**
   * The plug-in that a part of a file stands for.
   *
   * @param role for example {@code Generator.class}
   * @param tree a name, or a block with one
   * @param source what messages call it
   * @throws io.pix2pix.api.error.InvalidInputException if a name, key or value is not allowed
   */
  public <R> R read(Class<R> role, Tree tree, String source) {
    var top = ValueSource.file(source);
    var type = new SettingType.Plugin(role);
    var filled = defaults.plugin(type, tree.from(top));
    return role.cast(new Deserializer(catalog, top).plugin(type, filled, KeyPath.ROOT));
  }

  /**
   * The plug-in that a block of YAML stands for, where what it leaves out is not as by default.
   *
   * @param role for example {@code Generator.class}
   * @param yaml a name, or a block such as <code>{name: unet, levels: 6}</code>
   * @param source what messages call it
   * @param rest a plug-in of the same name, from which come the settings that are left out
   * @throws io.pix2pix.api.error.InvalidInputException if a name, key or value is not allowed
   */
  public <R> R read(Class<R> role, String yaml, String source, R rest) {
    var top = ValueSource.file(source);
    var type = new SettingType.Plugin(role);
    var merged = Merge.values(spelledOut.plugin(type, rest), YamlText.value(yaml, top));
    var tree = defaults.plugin(type, merged);
    return role.cast(new Deserializer(catalog, top).plugin(type, tree, KeyPath.ROOT));
  }

  /**
   * The name of the plug-in that a block of YAML stands for, whether there is such a plug-in or
   * not; empty if it says none.
   *
   * @param yaml a name, or a block such as <code>{name: unet, levels: 6}</code>
   */
  public Optional<String> name(String yaml) {
    var value = YamlText.value(yaml, ValueSource.file("plug-in"));
    return value instanceof Tree.Block block
        ? block.get(Tree.Block.NAME).flatMap(Tree::text)
        : value.text();
  }

  /**
   * Those plug-ins of a role, with their defaults, that are of another kind too, sorted by name.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if one of them has a setting without a
   *     default
   */
  public <R> ImmutableMap<String, R> all(Class<R> role, Class<?> kind) {
    return catalog.names(role).stream()
        .filter(name -> catalog.find(role, name).filter(kind::isAssignableFrom).isPresent())
        .collect(ImmutableMap.toImmutableMap(name -> name, name -> read(role, name, name)));
  }

  /**
   * Every plug-in of a role, with its defaults, sorted by name.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if one of them has a setting without a
   *     default
   */
  public <R> ImmutableMap<String, R> all(Class<R> role) {
    return Maps.toMap(catalog.names(role), name -> read(role, name, name));
  }
}
