package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;

/**
 * A plug-in in words.
 *
 * @param name what an experiment file says after {@code name:}
 * @param settings in the order of their declaration
 */
public record PluginDescription(String name, ImmutableList<SettingDescription> settings) {}
