package io.pix2pix.train.run;

import io.pix2pix.api.image.Image;

/**
 * What a generator made of one pair.
 *
 * @param input the condition {@code x}, in {@code [-1, 1]}
 * @param output {@code G(x)}, in {@code [-1, 1]}
 * @param target {@code y}, in {@code [-1, 1]}
 */
public record Sample(Image input, Image output, Image target) {}
