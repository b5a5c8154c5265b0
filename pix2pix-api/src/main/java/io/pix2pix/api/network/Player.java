package io.pix2pix.api.network;

/**
 * Someone who minimizes an objective. A player owns the variables whose names begin with its own.
 *
 * @param name lower-case letters and dashes; also the first part of its variables' names
 */
public record Player(String name) {
  /** G: turns conditions into images. */
  public static final Player GENERATOR = new Player("generator");

  /** D: tells real images from generated ones. */
  public static final Player DISCRIMINATOR = new Player("discriminator");

  /** Whether a variable of that name is this player's. */
  public boolean owns(String variable) {
    return variable.startsWith(name + "/");
  }
}
