package io.pix2pix.api.network;

/**
 * Parameters that one optimizer changes to minimize one objective: those of a network. A group owns
 * the variables whose names begin with its own.
 *
 * @param name lower-case letters and dashes; also the first part of its variables' names
 */
public record ParameterGroup(String name) {
  /** G: turns conditions into images. */
  public static final ParameterGroup GENERATOR = new ParameterGroup("generator");

  /** D: tells real images from generated ones. */
  public static final ParameterGroup DISCRIMINATOR = new ParameterGroup("discriminator");

  /** Whether a variable of that name is this parameter group's. */
  public boolean owns(String variable) {
    return variable.startsWith(name + "/");
  }
}
