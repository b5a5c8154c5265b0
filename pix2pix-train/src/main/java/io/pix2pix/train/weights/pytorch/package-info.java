/**
 * Tensors that PyTorch's {@code torch.save} wrote, in its zip format and in the one before it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.weights.pytorch;

import org.jspecify.annotations.NullMarked;
