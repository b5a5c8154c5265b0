package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.api.plugin.Role;
import io.pix2pix.train.experiment.PluginTable.PluginDescription.SettingDescription;
import io.pix2pix.train.experiment.SettingType.Choice;
import io.pix2pix.train.experiment.SettingType.ListOf;
import io.pix2pix.train.experiment.SettingType.Nested;
import io.pix2pix.train.experiment.SettingType.Plugin;
import io.pix2pix.train.experiment.SettingType.Text;
import io.pix2pix.train.experiment.Tree.KeyPath;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

  /**
   * A role in words.
   *
   * @param name for example {@code generator}
   * @param meaning what its plug-ins do
   * @param plugins sorted by name
   */
  public record RoleDescription(
      String name, String meaning, ImmutableList<PluginDescription> plugins) {}

  /**
   * A plug-in in words.
   *
   * @param name what an experiment file says after {@code name:}
   * @param settings in the order of their declaration
   */
  public record PluginDescription(String name, ImmutableList<SettingDescription> settings) {

    /**
     * A setting in words.
     *
     * @param key dotted where the setting stands in a block within its record
     * @param type for example {@code whole number}, {@code one of AtoB, BtoA} or {@code list of
     *     loss}
     * @param allowed for example {@code at least 1}, {@code one of 16, 34, 70} or the names of a
     *     role's plug-ins; empty if the type says enough
     * @param standard the default, as an experiment file says it; empty if the file must say it
     * @param meaning what the setting does
     */
    public record SettingDescription(
        String key, String type, String allowed, Optional<String> standard, String meaning) {}
  }
}
