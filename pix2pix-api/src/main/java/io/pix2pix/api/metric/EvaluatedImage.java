package io.pix2pix.api.metric;

import io.pix2pix.api.image.Image;
import java.util.Optional;

/**
 * One generated image, with what it was made from and what it should have been: as pictures that
 * people look at, see {@link io.pix2pix.api.data.ImageCodec}.
 *
 * @param name of the pair, for messages
 * @param condition {@code x}, {@code [h, w, c]} of 1 or 3 channels, in {@code [-1, 1]}
 * @param generated {@code G(x)}, {@code [h, w, c']} of 1 or 3 channels, in {@code [-1, 1]}
 * @param target {@code y}, {@code [h, w, c']} of 1 or 3 channels, in {@code [-1, 1]}
 * @param draws makes further images of the same condition
 * @param mask {@code [h, w, 1]}, in {@code [0, 1]}: how much each pixel of the target counts; empty
 *     if all of them do. Where it is 0, {@code generated} and {@code draws} show the target
 */
public record EvaluatedImage(
    String name,
    Image condition,
    Image generated,
    Image target,
    Draws draws,
    Optional<Image> mask) {

  /** An image of which every pixel counts. */
  public EvaluatedImage(String name, Image condition, Image generated, Image target, Draws draws) {
    this(name, condition, generated, target, draws, Optional.empty());
  }

  /** Generates from the same condition under other noise. */
  @FunctionalInterface
  public interface Draws {
    /**
     * Another {@code G(x)}.
     *
     * @param number of the draw: 0 is {@code generated} itself, every other number is noise of its
     *     own, the same at each call
     * @return of the shape of {@code generated}
     */
    Image draw(int number);
  }
}
