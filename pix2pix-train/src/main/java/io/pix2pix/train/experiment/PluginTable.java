package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.api.plugin.Role;
import io.pix2pix.train.experiment.PluginDescription.SettingDescription;
import io.pix2pix.train.experiment.SettingType.Choice;
import io.pix2pix.train.experiment.SettingType.ListOf;
import io.pix2pix.train.experiment.SettingType.Nested;
import io.pix2pix.train.experiment.SettingType.Plugin;
import io.pix2pix.train.experiment.SettingType.Text;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Describes everything that an experiment file can say. */
public final class PluginTable {
  private final Catalog catalog;

  /**
   * @param plugins what is to be described
   */
  @Inject
  public PluginTable(Map<PluginName, Class<?>> plugins) {
    this.catalog = new Catalog(plugins);
  }

  /** The settings of an experiment itself, in the order of their declaration. */
  public ImmutableList<SettingDescription> experiment() {
    return settings(Experiment.class);
  }

  /** Every role that has plug-ins, sorted by name. */
  public ImmutableList<RoleDescription> roles() {
    return Multimaps.index(catalog.plugins().keySet(), PluginName::role).asMap().entrySet().stream()
        .map(role -> role(role.getKey().getAnnotation(Role.class), role.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  private RoleDescription role(Role role, Collection<PluginName> names) {
    return new RoleDescription(
        role.value(),
        role.meaning(),
        names.stream().map(this::plugin).collect(ImmutableList.toImmutableList()));
  }

  private PluginDescription plugin(PluginName name) {
    var record = catalog.find(name.role(), name.name()).orElseThrow();
    return new PluginDescription(name.name(), settings(record));
  }

  private ImmutableList<SettingDescription> settings(Class<?> record) {
    return settings(record, KeyPath.ROOT).collect(ImmutableList.toImmutableList());
  }

  private Stream<SettingDescription> settings(Class<?> record, KeyPath at) {
    return DeclaredSetting.of(record).stream()
        .flatMap(
            setting ->
                setting.type() instanceof Nested nested
                    ? settings(nested.type(), at.child(setting.key()))
                    : Stream.of(setting(setting, at.child(setting.key()))));
  }

  private SettingDescription setting(DeclaredSetting setting, KeyPath at) {
    var limits = setting.limits().words();
    boolean enumerated = isWords(setting.type()) && !limits.isEmpty();
    return new SettingDescription(
        at.dotted(),
        enumerated ? limits : type(setting.type()),
        enumerated ? "" : limits.isEmpty() ? names(setting.type()) : limits,
        setting.standard(),
        setting.setting().meaning());
  }

  private static boolean isWords(SettingType type) {
    return type instanceof Text || type instanceof Choice;
  }

  private static String type(SettingType type) {
    return type instanceof Plugin ? type.expected() : type.noun();
  }

  private String names(SettingType type) {
    if (type instanceof ListOf list) {
      return names(list.element());
    }
    return type instanceof Plugin plugin ? String.join(", ", catalog.names(plugin.role())) : "";
  }
}
