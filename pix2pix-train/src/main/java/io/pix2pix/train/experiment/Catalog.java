package io.pix2pix.train.experiment;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.api.plugin.RenamedPlugin;
import io.pix2pix.api.plugin.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The plug-ins that experiment files can name. */
final class Catalog {
  private final ImmutableSortedMap<PluginName, Class<?>> plugins;

  /**
   * @throws IllegalArgumentException if a record cannot be a plug-in
   */
  Catalog(Map<PluginName, Class<?>> plugins) {
    this.plugins = ImmutableSortedMap.copyOf(plugins);
    this.plugins.values().forEach(Catalog::check);
  }

  private static void check(Class<?> plugin) {
    for (var setting : DeclaredSetting.of(plugin)) {
      checkArgument(
          !setting.key().equals(Tree.Block.NAME),
          "%s: a setting of a plug-in cannot be called \"name\"",
          plugin);
    }
  }

  /** All plug-ins, sorted by role and name. */
  ImmutableSortedMap<PluginName, Class<?>> plugins() {
    return plugins;
  }

  Optional<Class<?>> find(Class<?> role, String name) {
    return plugins.entrySet().stream()
        .filter(plugin -> plugin.getKey().role() == role && plugin.getKey().name().equals(name))
        .<Class<?>>map(Map.Entry::getValue)
        .findFirst();
  }

  /** The name that took the place of an old one. */
  Optional<String> successor(Class<?> role, String name) {
    return plugins.entrySet().stream()
        .filter(plugin -> plugin.getKey().role() == role && hadName(plugin.getValue(), name))
        .map(plugin -> plugin.getKey().name())
        .findFirst();
  }

  private static boolean hadName(Class<?> plugin, String name) {
    var renamed = plugin.getAnnotation(RenamedPlugin.class);
    return renamed != null && Arrays.asList(renamed.from()).contains(name);
  }

  /** The names of a role's plug-ins, sorted. */
  ImmutableList<String> names(Class<?> role) {
    return plugins.keySet().stream()
        .filter(plugin -> plugin.role() == role)
        .map(PluginName::name)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * What a record is called.
   *
   * @throws IllegalArgumentException if it has no name in that role
   */
  String nameOf(Class<?> role, Class<?> plugin) {
    return plugins.entrySet().stream()
        .filter(known -> known.getKey().role() == role && known.getValue() == plugin)
        .map(known -> known.getKey().name())
        .findFirst()
        .orElseThrow(() -> unnamed(role, plugin));
  }

  private static IllegalArgumentException unnamed(Class<?> role, Class<?> plugin) {
    return new IllegalArgumentException(
        String.format(
            "%s has no name as a %s; list it in a PluginModule",
            plugin, role.getAnnotation(Role.class).value()));
  }
}
