/** Tensors that PyTorch's {@code torch.save} wrote, in its zip format and in the one before it. */
@NullMarked
package io.pix2pix.train.weights.pytorch;

import org.jspecify.annotations.NullMarked;
