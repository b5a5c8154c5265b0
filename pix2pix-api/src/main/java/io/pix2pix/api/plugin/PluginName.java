package io.pix2pix.api.plugin;

import java.util.Comparator;

/**
 * The name of a plug-in within its role.
 *
 * @param role an interface marked with {@link Role}
 * @param name lower-case letters, digits and dashes; what an experiment file says after {@code
 *     name:}
 */
public record PluginName(Class<?> role, String name) implements Comparable<PluginName> {

  /**
   * @throws IllegalArgumentException if {@code role} is not marked with {@link Role} or {@code
   *     name} has other characters
   */
  public PluginName {
    if (!role.isAnnotationPresent(Role.class)) {
      throw new IllegalArgumentException(role + " is not a role: mark it with @Role");
    }
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "plug-in name \"" + name + "\" must be lower-case letters, digits and dashes");
    }
  }

  /** What the role is called, for example {@code generator}. */
  public String roleName() {
    return role.getAnnotation(Role.class).value();
  }

  @Override
  public int compareTo(PluginName other) {
    return Comparator.comparing(PluginName::roleName)
        .thenComparing(PluginName::name)
        .compare(this, other);
  }
}
