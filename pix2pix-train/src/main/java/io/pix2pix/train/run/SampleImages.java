package io.pix2pix.train.run;

import io.pix2pix.api.image.Image;

/**
 * What a generator made of one pair, as pictures that people look at.
 *
 * @param input the condition {@code x}, of 1 or 3 channels, in {@code [-1, 1]}
 * @param output {@code G(x)}, of 1 or 3 channels, in {@code [-1, 1]}
 * @param target {@code y}, of 1 or 3 channels, in {@code [-1, 1]}
 */
public record SampleImages(Image input, Image output, Image target) {}
