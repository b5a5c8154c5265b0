package io.pix2pix.api.loss;

import io.pix2pix.api.network.Player;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A named scalar and the player that minimizes it. It is built when that player's turn is, so that
 * it sees the other players' weights as they stand then.
 *
 * @param name lower-case letters and dashes; {@code PLAYER.NAME} is its column in {@code
 *     losses.csv}
 * @param player who minimizes it
 * @param weight its factor in the player's objective; the logged value is without it
 * @param value builds the scalar
 */
public record Term(String name, Player player, Weight weight, Value value) {

  /** A term that the generator minimizes. */
  public static Term ofGenerator(String name, Weight weight, Value value) {
    return new Term(name, Player.GENERATOR, weight, value);
  }

  /** A term with the same weight at every step. */
  public static Term of(String name, Player player, double weight, Value value) {
    return new Term(name, player, Weight.constant(weight), value);
  }

  /** Its column in {@code losses.csv}, for example {@code generator.l1}. */
  public String column() {
    return player.name() + "." + name;
  }

  /** Builds the scalar of a term. */
  @FunctionalInterface
  public interface Value {
    /**
     * Adds the operations of this term to the graph of the scene.
     *
     * @return scalar; every element of the batch counts the same
     */
    Operand<TFloat32> in(Scene scene);
  }
}
