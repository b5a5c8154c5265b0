package io.pix2pix.train.inference;

import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Phase;

/**
 * What a generator is used for.
 *
 * @param generator to be used
 * @param conditionChannels channels of the conditions
 * @param targetChannels channels of the images that are made of them
 * @param phase batch or running statistics, and whether there is noise
 * @param seed of the noise
 */
public record InferenceSettings(
    Generator generator, int conditionChannels, int targetChannels, Phase phase, long seed) {}
