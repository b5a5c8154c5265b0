package io.pix2pix.api;

import io.pix2pix.api.plugin.Setting;

/**
 * How a run trains: for how long, in which batches, by which optimiser, and what it writes when.
 *
 * @param epochs passes over the training pairs
 * @param batchSize pairs in a step
 * @param optimizer of every player; each player has slots of its own
 * @param initializer of convolution kernels
 * @param checkpointEvery steps
 * @param sampleEvery steps
 * @param keep checkpoints
 */
public record Training(
    @Setting(value = "200", min = 1, meaning = "passes over the training pairs") int epochs,
    @Setting(value = "1", min = 1, meaning = "pairs in a step") int batchSize,
    @Setting(value = "adam", meaning = "how gradients change weights") Optimizer optimizer,
    @Setting(value = "normal", meaning = "initial convolution kernels") Initializer initializer,
    @Setting(value = "2000", min = 1, meaning = "steps between checkpoints") int checkpointEvery,
    @Setting(value = "500", min = 1, meaning = "steps between sample pictures") int sampleEvery,
    @Setting(value = "3", min = 1, meaning = "newest checkpoints that are kept") int keep) {}
