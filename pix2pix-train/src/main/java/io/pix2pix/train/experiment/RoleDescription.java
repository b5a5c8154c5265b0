package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;

/**
 * A role in words.
 *
 * @param name for example {@code generator}
 * @param meaning what its plug-ins do
 * @param plugins sorted by name
 */
public record RoleDescription(
    String name, String meaning, ImmutableList<PluginDescription> plugins) {}
