package io.pix2pix.train.weights.pytorch;

/**
 * What a file holds.
 *
 * @param object what was given to {@code torch.save}
 * @param storages of the tensors in it
 */
record Saved(Object object, Storages storages) {}
