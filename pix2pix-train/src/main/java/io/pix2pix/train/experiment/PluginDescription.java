package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

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
   * @param type for example {@code whole number}, {@code one of AtoB, BtoA} or {@code list of loss}
   * @param allowed for example {@code at least 1}, {@code one of 16, 34, 70} or the names of a
   *     role's plug-ins; empty if the type says enough
   * @param standard the default, as an experiment file says it; empty if the file must say it
   * @param meaning what the setting does
   */
  public record SettingDescription(
      String key, String type, String allowed, Optional<String> standard, String meaning) {}
}
