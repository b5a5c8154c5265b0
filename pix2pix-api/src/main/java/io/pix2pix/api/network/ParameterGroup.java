package io.pix2pix.api.network;

/**
 * Parameters that one optimizer changes to minimize one objective: those of a network. A group owns
 * the variables whose names begin with its own.
 *
 * @param name lower-case letters and dashes, and slashes before parts of a network; also the first
 *     part of its variables' names
 */
public record ParameterGroup(String name) {
  /** G: turns conditions into images. */
  public static final ParameterGroup GENERATOR = new ParameterGroup("generator");

  /** D: tells real images from generated ones. */
  public static final ParameterGroup DISCRIMINATOR = new ParameterGroup("discriminator");

  /** Whether another group is this one or a part of it, as {@code generator/coarse} is. */
  public boolean contains(ParameterGroup other) {
    return other.equals(this) || owns(other.name());
  }

  /** Whether a variable of that name is this parameter group's. */
  public boolean owns(String variable) {
    return variable.startsWith(name + "/");
  }
}
