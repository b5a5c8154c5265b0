package io.pix2pix.train.inference;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;

/**
 * What a generator is used for.
 *
 * @param network to be used, with its channels
 * @param phase batch or running statistics, and whether there is noise
 * @param precision of convolutions
 * @param seed of the noise
 */
public record InferenceSettings(
    GeneratorSignature network, Phase phase, Precision precision, long seed) {}
